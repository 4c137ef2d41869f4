import { DUE_EVENTS, PLAN_KINDS } from "~/domain/payment-plan";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { SelectField } from "~/ui/select-field";
import { DraftOfferFrame, type DraftOfferProps, useFields } from "./draft-offer-frame";

const SHARES = ["PERCENT", "AMOUNT", "REMAINDER"] as const;

/** A payment plan as a draft: its instalments. */
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
            options={PLAN_KINDS.map((value) => ({ value, label: enumLabel("planKind", value) }))}
            {...field("kind")}
          />
        </>
      }
      linesTitle={t("management.planLines")}
      line={(at) => (
        <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 lg:grid-cols-4">
          <Field label={t("management.item")} maxLength={40} {...field(`name${at}`)} />
          <SelectField
            label={t("management.dueEvent")}
            options={DUE_EVENTS.map((value) => ({ value, label: enumLabel("dueEvent", value) }))}
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
            className="size-4.5 shrink-0"
          />
          {t(name === "loan" ? "management.loan" : "management.earnestCounts")}
        </label>
      ))}
    </div>
  );
}
