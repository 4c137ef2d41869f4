import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { centiares, squareMetresFromCentiares } from "~/domain/area";
import { decimalFromWhole } from "~/domain/decimal-text";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { editForm } from "../edit-form";
import type { CustomerView } from "../get-customer.server";
import { EDITABLE_STAGES, SOURCES } from "../needs";
import { type Alike, AlikeNote } from "./alike-note";
import type { FormResult } from "./contact-fields";
import { needChoices } from "./need-labels";
import { StaleNote } from "./stale-note";

type EditProps = {
  formKey: string;
  customer: CustomerView;
  base: string;
  result: (NonNullable<FormResult> & { alike: Alike[] }) | null | undefined;
};

/** Everything about a customer that people change by hand; after somebody else's change both states stand there. */
export function EditFields({ formKey, customer, base, result }: EditProps) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const values = valuesOf(customer);
  const { form, fields, input } = useCheckedForm({
    schema: editForm,
    lastResult: result?.form,
    defaultValue: values,
  });
  const { sources, purposes, layouts, grades } = needChoices(texts);
  const stages = EDITABLE_STAGES.map((value) => ({ value, label: enumLabel("customerStage", value) }));
  const homes = [
    { value: "yes", label: t("customers.firstHomeYes") },
    { value: "no", label: t("customers.firstHomeNo") },
  ];
  const pair = "grid grid-cols-2 gap-3";
  return (
    <Form method="post" autoComplete="off" {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      {result?.refusal?.code === "stale_version" && (
        <StaleNote latest={values} typed={result.form.initialValue ?? {}} />
      )}
      <AlikeNote
        alike={result?.alike ?? []}
        base={base}
        forbidden={result?.refusal?.code === "duplicate_forbidden"}
        confirm={t("customers.notTheSamePhone")}
      />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="version" value={customer.version} />
      <input type="hidden" name="personVersion" value={customer.personVersion} />
      <Field {...input(fields.name)} label={t("customers.name")} />
      <Field
        {...input(fields.phone)}
        label={t("customers.addPhone")}
        hint={t("customers.addPhoneHint")}
        type="tel"
        inputMode="tel"
        optional
      />
      <div className={pair}>
        <SelectField
          {...input(fields.grade)}
          label={t("customers.grade")}
          options={grades}
          empty={t("customers.gradeNone")}
        />
        <SelectField
          {...input(fields.stage)}
          label={t("customers.stage")}
          options={stages}
          empty={enumLabel("customerStage", customer.stage)}
        />
        <SelectField {...input(fields.source)} label={t("customers.sourceShort")} options={sources} empty={false} />
        <SelectField {...input(fields.purpose)} label={t("customers.purpose")} options={purposes} />
        <SelectField {...input(fields.layout)} label={t("customers.layout")} options={layouts} />
        <SelectField {...input(fields.firstHome)} label={t("customers.firstHome")} options={homes} />
      </div>
      <div className={pair}>
        <Ranged
          {...input(fields.budgetMin)}
          label={`${t("customers.budget")} · ${t("customers.min")}`}
          unit={t("customers.wan")}
        />
        <Ranged
          {...input(fields.budgetMax)}
          label={`${t("customers.budget")} · ${t("customers.max")}`}
          unit={t("customers.wan")}
        />
        <Ranged {...input(fields.areaMin)} label={`${t("customers.areaWanted")} · ${t("customers.min")}`} unit="㎡" />
        <Ranged {...input(fields.areaMax)} label={`${t("customers.areaWanted")} · ${t("customers.max")}`} unit="㎡" />
        <Field {...input(fields.floor)} label={t("customers.floor")} />
        <Field {...input(fields.district)} label={t("customers.district")} />
      </div>
      <TextArea {...input(fields.note)} label={t("customers.note")} />
      <div className="flex justify-end">
        <Button variant="primary">{t("common.save")}</Button>
      </div>
    </Form>
  );
}

function Ranged(props: Parameters<typeof Field>[0]) {
  return <Field {...props} inputMode="decimal" className="figures text-right" />;
}

/** A customer as the form writes it: budgets in 万元, areas in ㎡. */
function valuesOf({ name, grade, stage, source, needs, note }: CustomerView) {
  const wan = (fen: number | null) =>
    fen === null ? "" : decimalFromWhole(Math.round(fen / 10_000), 2).replace(/\.00$/, "");
  const area = (value: number | null) =>
    value === null ? "" : squareMetresFromCentiares(centiares(value)).replace(/\.00$/, "");
  return {
    name,
    phone: "",
    grade: grade ?? "",
    stage: EDITABLE_STAGES.find((one) => one === stage) ?? "",
    source: SOURCES.find((one) => one === source) ?? "OTHER",
    purpose: needs.purpose ?? "",
    firstHome: needs.firstHome === null ? "" : needs.firstHome ? "yes" : "no",
    budgetMin: wan(needs.budgetMin),
    budgetMax: wan(needs.budgetMax),
    areaMin: area(needs.areaMin),
    areaMax: area(needs.areaMax),
    layout: needs.layout ?? "",
    floor: needs.floor,
    district: needs.district,
    note,
  };
}
