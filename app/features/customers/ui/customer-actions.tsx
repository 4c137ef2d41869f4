import {
  ArrowRightLeft,
  CalendarClock,
  Eye,
  FileText,
  type LucideIcon,
  MessageSquarePlus,
  MessageSquareText,
  Pencil,
  Undo2,
  UserRoundCheck,
  UserRoundX,
} from "lucide-react";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";

/** What brings the customer on, and what is kept about him. */
const SALE = ["quote", "hold", "contact"] as const;
const RECORD = ["edit", "buyer", "reveal", "messages", "transfer", "return", "erase"] as const;
type Step = (typeof SALE | typeof RECORD)[number];

const LOOKS: Record<Step, { text: TextKey; icon: LucideIcon }> = {
  messages: { text: "customers.messages", icon: MessageSquareText },
  reveal: { text: "customers.reveal", icon: Eye },
  return: { text: "customers.giveBack", icon: Undo2 },
  transfer: { text: "customers.transfer", icon: ArrowRightLeft },
  erase: { text: "customers.erase", icon: UserRoundX },
  buyer: { text: "customers.completeBuyer", icon: UserRoundCheck },
  edit: { text: "customers.edit", icon: Pencil },
  quote: { text: "unit.quote", icon: FileText },
  hold: { text: "unit.hold", icon: CalendarClock },
  contact: { text: "customers.followUp", icon: MessageSquarePlus },
};

/** A home is chosen on the board; what it is for goes along. */
const ON_BOARD: Partial<Record<Step, string>> = { quote: "AVAILABLE,HELD", hold: "AVAILABLE" };

export type ActionsProps = { base: string; customerId: string; can: Readonly<Record<Step, boolean>> };

/** What the reader may do with the customer: on top of the page by its own address, or on the board. */
function addressOf(step: Step, { base, customerId }: ActionsProps): string {
  const states = ON_BOARD[step];
  return states ? `${base}/board?customer=${customerId}&state=${states}` : `${base}/customers/${customerId}/${step}`;
}

/** The next steps of a sale, at the head of the page. */
export function SaleActions(props: ActionsProps) {
  const { t } = useTexts();
  return SALE.filter((step) => props.can[step]).map((step) => (
    <LinkButton
      key={step}
      to={addressOf(step, props)}
      preventScrollReset={!ON_BOARD[step]}
      icon={LOOKS[step].icon}
      variant={step === "contact" ? "primary" : "plain"}
    >
      {t(LOOKS[step].text)}
    </LinkButton>
  ));
}

/** What may be done with the customer's record, under it. */
export function RecordActions(props: ActionsProps) {
  const { t } = useTexts();
  const steps = RECORD.filter((step) => props.can[step]);
  if (steps.length === 0) return null;
  return (
    <div className="-mx-4 mt-4 -mb-4 flex flex-wrap gap-1 border-t border-line p-2">
      {steps.map((step) => (
        <LinkButton
          key={step}
          to={addressOf(step, props)}
          preventScrollReset
          icon={LOOKS[step].icon}
          variant="quiet"
          small
        >
          {t(LOOKS[step].text)}
        </LinkButton>
      ))}
    </div>
  );
}

const SAID = {
  contact: "customers.followedUp",
  edit: "customers.edited",
  buyer: "customers.completed",
  transfer: "customers.transferred",
  return: "customers.givenBack",
  claim: "customers.claimed",
  erase: "customers.eraseAsked",
} as const satisfies Record<string, TextKey>;

/** The text for what the address says was just done; null for anything else. */
export function saidOf(done: string | null): TextKey | null {
  return done !== null && Object.hasOwn(SAID, done) ? SAID[done as keyof typeof SAID] : null;
}
