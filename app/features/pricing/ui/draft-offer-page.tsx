import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Refusal } from "~/domain/refusal";
import { LINES, type OfferErrors } from "~/features/pricing/offer-form";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";

export type OfferResult = { typed: Record<string, string>; errors: OfferErrors; refusal: Refusal | null } | undefined;
type Fields = (
  name: string,
  initial?: string,
) => {
  id: string;
  name: string;
  defaultValue: string;
  error: string | undefined;
};
type DraftOfferProps = { result: OfferResult; submissionKey: string; back: string };

function useFields(result: OfferResult): Fields {
  const { formError } = useTexts();
  return (name, initial = "") => ({
    id: `offer-${name}`,
    name,
    defaultValue: result?.typed[name] ?? initial,
    error: formError(result?.errors[name]),
  });
}

type FrameProps = DraftOfferProps & {
  title: string;
  backLabel: string;
  head: ReactNode;
  line: (at: number) => ReactNode;
};

function DraftOfferFrame({ result, submissionKey, back, title, backLabel, head, line }: FrameProps) {
  const { t } = useTexts();
  const sending = useSending();
  return (
    <>
      <PageHeader title={title} back={{ to: back, label: backLabel }} />
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <RefusalNote refusal={result?.refusal} />
        <Panel>
          <div className="grid gap-4 sm:grid-cols-3">{head}</div>
        </Panel>
        {Array.from({ length: LINES }, (_, at) => at).map((at) => (
          <Panel key={at} title={t("management.line", { no: at + 1 })}>
            {line(at)}
          </Panel>
        ))}
        <div className="flex gap-2">
          <Button variant="primary" busy={sending}>
            {t("management.draftIt")}
          </Button>
          <LinkButton to={back}>{t("common.cancel")}</LinkButton>
        </div>
      </Form>
    </>
  );
}

const PLANS = ["FULL", "MORTGAGE", "PROVIDENT", "COMBINED", "INSTALMENTS"] as const;

/** A discount scheme as a draft: up to six lines, each with when it counts. */
export function DraftSchemePage({ today, ...frame }: DraftOfferProps & { today: string }) {
  const { t, enumLabel } = useTexts();
  const field = useFields(frame.result);
  const plans = PLANS.map((value) => ({ value, label: enumLabel("planKind", value) }));
  const kinds = (["MULTIPLY", "POINTS", "TOTAL_OFF", "UNIT_OFF"] as const).map((value) => ({
    value,
    label: t(`management.kind_${value}`),
  }));
  return (
    <DraftOfferFrame
      {...frame}
      title={t("management.newScheme")}
      backLabel={t("places.schemes")}
      head={
        <>
          <Field label={t("management.schemeName")} required maxLength={40} {...field("name")} />
          <Field label={t("management.validFrom")} type="date" required {...field("validFrom", today)} />
          <Field
            label={t("management.validUntil")}
            type="date"
            hint={t("management.validUntilHint")}
            {...field("validUntil")}
          />
        </>
      }
      line={(at) => (
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-5">
          <Field label={t("management.lineName")} maxLength={40} {...field(`name${at}`)} />
          <SelectField
            label={t("management.lineKind")}
            options={kinds}
            empty={false}
            {...field(`kind${at}`, "MULTIPLY")}
          />
          <Field
            label={t("management.lineFigure")}
            inputMode="decimal"
            hint={at === 0 && t("management.lineFigureHint")}
            {...field(`figure${at}`)}
          />
          <SelectField
            label={t("management.linePlan")}
            options={plans}
            empty={t("management.anyPlan")}
            {...field(`plan${at}`)}
          />
          <Field label={t("management.lineSignWithin")} inputMode="numeric" {...field(`sign${at}`)} />
        </div>
      )}
    />
  );
}

const EVENTS = [
  "RESERVATION",
  "CONTRACT",
  "LOAN_APPROVAL",
  "TOPPING_OUT",
  "COMPLETION",
  "HANDOVER",
  "TITLE",
  "FIXED_DATE",
] as const;
const SHARES = ["PERCENT", "AMOUNT", "REMAINDER"] as const;

/** A payment plan as a draft: up to six instalments. */
export function DraftPlanPage(frame: DraftOfferProps) {
  const { t, enumLabel } = useTexts();
  const field = useFields(frame.result);
  return (
    <DraftOfferFrame
      {...frame}
      title={t("management.newPlan")}
      backLabel={t("places.plans")}
      head={
        <>
          <Field label={t("management.planName")} required maxLength={40} {...field("name")} />
          <SelectField
            label={t("management.planKindLabel")}
            options={PLANS.map((value) => ({ value, label: enumLabel("planKind", value) }))}
            {...field("kind")}
          />
        </>
      }
      line={(at) => (
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Field label={t("management.item")} maxLength={40} {...field(`name${at}`)} />
          <SelectField
            label={t("management.dueEvent")}
            options={EVENTS.map((value) => ({ value, label: enumLabel("dueEvent", value) }))}
            empty={false}
            {...field(`event${at}`, "CONTRACT")}
          />
          <Field label={t("management.dueDays")} inputMode="numeric" {...field(`days${at}`, "0")} />
          <Field label={t("management.dueOn")} type="date" optional {...field(`on${at}`)} />
          <SelectField
            label={t("management.share")}
            options={SHARES.map((value) => ({ value, label: t(`management.share_${value}`) }))}
            empty={false}
            {...field(`share${at}`, "PERCENT")}
          />
          <Field label={t("management.shareFigure")} inputMode="decimal" {...field(`figure${at}`)} />
          <PlanChecks at={at} typed={frame.result?.typed} />
        </div>
      )}
    />
  );
}

function PlanChecks({ at, typed }: { at: number; typed: Record<string, string> | undefined }) {
  const { t } = useTexts();
  return (
    <div className="flex flex-wrap gap-x-6 sm:pt-6">
      {(["loan", "earnest"] as const).map((name) => (
        <label key={name} className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            name={`${name}${at}`}
            defaultChecked={typed?.[`${name}${at}`] === "on"}
            className="size-4.5"
          />
          {t(name === "loan" ? "management.loan" : "management.earnestCounts")}
        </label>
      ))}
    </div>
  );
}
