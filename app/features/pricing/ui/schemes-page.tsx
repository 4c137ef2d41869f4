import { TicketPercent } from "lucide-react";
import type { DiscountLine } from "~/domain/discount";
import { percentFromPpm } from "~/domain/rate";
import type { SchemeTrial, SchemeView } from "~/features/pricing/list-offers.server";
import { useTexts } from "~/i18n/use-texts";
import { Derivation } from "~/ui/derivation";
import { Dialog } from "~/ui/dialog";
import { useQueryLink } from "~/ui/query-link";
import { OffersFrame, type OffersPageProps } from "./offers-frame";

const WORDS = {
  title: "places.schemes",
  add: "management.newScheme",
  none: "management.noSchemes",
  noneText: "management.noSchemesText",
} as const;

/** Every discount scheme with its lines in words. */
export function SchemesPage({ trial, ...of }: OffersPageProps<SchemeView, SchemeTrial>) {
  const { t, day } = useTexts();
  return (
    <OffersFrame
      {...of}
      words={WORDS}
      icon={TicketPercent}
      lead={({ from, until }) =>
        until ? `${day(from)} – ${day(until)}` : t("management.validSince", { day: day(from) })
      }
      lines={({ lines }) => (
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          {lines.map((line) => (
            <SchemeLine key={line.id} line={line} />
          ))}
        </ul>
      )}
    >
      {trial && <SchemeTrialDialog name={trial.offer.name} trial={trial.result} />}
    </OffersFrame>
  );
}

function SchemeLine({ line }: { line: DiscountLine }) {
  const { t, money, unitPrice, enumLabel } = useTexts();
  const { planKinds, signWithinDays } = line.conditions;
  const value = (() => {
    if (line.kind === "MULTIPLY") return percentFromPpm(line.factor);
    if (line.kind === "POINTS") return percentFromPpm(line.points);
    return line.kind === "TOTAL_OFF" ? money(line.amount) : unitPrice(line.perSquareMetre);
  })();
  const limits = [
    ...(planKinds ?? []).map((kind) => t("management.onlyPlan", { plan: enumLabel("planKind", kind) })),
    ...(signWithinDays === undefined ? [] : [t("management.onlySign", { days: signWithinDays })]),
  ];
  return (
    <li>
      {line.name} · <span className="figures">{t(`management.fact_${line.kind}`, { value })}</span>
      {limits.length > 0 && <span className="text-sm text-ink-soft"> · {limits.join(" · ")}</span>}
    </li>
  );
}

function SchemeTrialDialog({ name, trial }: { name: string; trial: SchemeTrial | null }) {
  const { t, enumLabel } = useTexts();
  const queryLink = useQueryLink();
  const steps = trial?.derivation.steps ?? [];
  return (
    <Dialog title={`${name} · ${t("management.tryOn")}`} closeTo={queryLink({ try: null })}>
      {trial ? (
        <Derivation
          title={t("management.trySample", { unit: trial.unit })}
          lines={steps.map((step) => ({
            label: enumLabel("derivationStep", step.kind),
            ...(step.name ? { note: step.name } : {}),
            fen: step.change,
          }))}
          total={{ label: t("pricing.dealPrice"), fen: trial.derivation.final }}
        />
      ) : (
        <p>{t("management.noSample")}</p>
      )}
    </Dialog>
  );
}
