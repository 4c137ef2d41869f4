import {
  CalendarClock,
  Eye,
  FileText,
  type LucideIcon,
  MessageSquarePlus,
  MessageSquareText,
  Pencil,
  UserRoundCheck,
} from "lucide-react";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";

const STEPS = ["messages", "reveal", "return", "transfer", "buyer", "edit", "quote", "hold", "contact"] as const;
type Step = (typeof STEPS)[number];

const LOOKS: Record<Step, { text: TextKey; icon?: LucideIcon }> = {
  messages: { text: "customers.messages", icon: MessageSquareText },
  reveal: { text: "customers.reveal", icon: Eye },
  return: { text: "customers.giveBack" },
  transfer: { text: "customers.transfer" },
  buyer: { text: "customers.completeBuyer", icon: UserRoundCheck },
  edit: { text: "customers.edit", icon: Pencil },
  quote: { text: "unit.quote", icon: FileText },
  hold: { text: "unit.hold", icon: CalendarClock },
  contact: { text: "customers.followUp", icon: MessageSquarePlus },
};

/** A home is chosen on the board; what it is for goes along. */
const ON_BOARD: Partial<Record<Step, string>> = { quote: "AVAILABLE,HELD", hold: "AVAILABLE" };

type ActionsProps = { base: string; customerId: string; can: Readonly<Record<Step, boolean>> };

/** What the reader may do with the customer: on top of the page by its own address, or on the board. */
export function CustomerActions({ base, customerId, can }: ActionsProps) {
  const { t } = useTexts();
  const page = `${base}/customers/${customerId}`;
  const addressOf = (step: Step) => {
    const states = ON_BOARD[step];
    return states ? `${base}/board?customer=${customerId}&state=${states}` : `${page}/${step}`;
  };
  return (
    <>
      {STEPS.filter((step) => can[step]).map((step) => (
        <LinkButton
          key={step}
          to={addressOf(step)}
          preventScrollReset={!ON_BOARD[step]}
          icon={LOOKS[step].icon}
          variant={step === "contact" ? "primary" : "plain"}
        >
          {t(LOOKS[step].text)}
        </LinkButton>
      ))}
    </>
  );
}

const SAID = {
  contact: "customers.followedUp",
  edit: "customers.edited",
  buyer: "customers.completed",
  transfer: "customers.transferred",
  return: "customers.givenBack",
  claim: "customers.claimed",
} as const satisfies Record<string, TextKey>;

/** The text for what the address says was just done; null for anything else. */
export function saidOf(done: string | null): TextKey | null {
  return done !== null && Object.hasOwn(SAID, done) ? SAID[done as keyof typeof SAID] : null;
}
