import { PLAN_KINDS } from "~/domain/payment-plan";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { SelectField } from "~/ui/select-field";
import { DraftOfferFrame, type DraftOfferProps, useFields } from "./draft-offer-frame";

/** A discount scheme as a draft: its lines, each with when it counts. */
export function DraftSchemePage({ today, ...frame }: DraftOfferProps & { today: string }) {
  const { t, enumLabel } = useTexts();
  const field = useFields(frame.result);
  const plans = PLAN_KINDS.map((value) => ({ value, label: enumLabel("planKind", value) }));
  const kinds = (["MULTIPLY", "POINTS", "TOTAL_OFF", "UNIT_OFF"] as const).map((value) => ({
    value,
    label: enumLabel("discountKind", value),
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
      linesTitle={t("management.schemeLines")}
      line={(at, nth) => (
        <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 lg:grid-cols-5">
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
            hint={nth === 0 && t("management.lineFigureHint")}
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
