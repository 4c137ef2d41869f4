import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { visitorForm } from "../visitor-form";
import { type Alike, AlikeNote } from "./alike-note";
import { Chips } from "./chips";
import { KnownCustomers, VisitAgainForms } from "./known-customers";
import { needChoices } from "./need-labels";
import { useKnown } from "./use-known";

export type VisitorResult = { form: SubmissionResult<string[]>; refusal: Refusal | null; alike: Alike[] };

type VisitorPanelProps = {
  base: string;
  formKey: string;
  visitKey: string;
  /** In the order of the rotation; null where the reader registers for himself. */
  consultants: readonly { id: string; name: string; newToday: number }[] | null;
  result: VisitorResult | null;
};

/** The desk's form: phone, name, a few presses, Enter. What is known under the phone or name appears while typing. */
export function VisitorPanel({ base, formKey, visitKey, consultants, result }: VisitorPanelProps) {
  const texts = useTexts();
  const { t } = texts;
  const busy = useNavigation().formData?.get("intent") === "register";
  const { form, fields, input } = useCheckedForm({ schema: visitorForm, lastResult: result?.form, id: "visitor" });
  const { known, look } = useKnown(base);
  const { sources, purposes, budgets, areas, layouts } = needChoices(texts);
  const chips = (field: Parameters<typeof input>[0]) => {
    const { id, name, defaultValue, error } = input(field);
    return { id, name, defaultValue, error };
  };
  return (
    <Panel title={t("customers.visitor")}>
      <Form method="post" {...getFormProps(form)} onInput={look} autoComplete="off" className="flex flex-col gap-4">
        <RefusalNote refusal={result?.refusal} />
        <AlikeNote alike={result?.alike ?? []} base={base} />
        <input type="hidden" name="intent" value="register" />
        <input type="hidden" name="key" value={formKey} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...input(fields.phone)}
            label={t("customers.phone")}
            hint={t("customers.phoneHint")}
            type="tel"
            inputMode="tel"
            autoFocus
          />
          <Field {...input(fields.name)} label={t("customers.name")} />
        </div>
        <div aria-live="polite" className="empty:hidden">
          {known && known.length > 0 && (
            <>
              <h3 className="mb-1.5 text-sm font-medium text-ink-soft">{t("customers.known")}</h3>
              <KnownCustomers customers={known} base={base} />
            </>
          )}
        </div>
        <Chips
          {...chips(fields.source)}
          legend={t("customers.source")}
          chips={sources}
          defaultValue={chips(fields.source).defaultValue ?? "WALK_IN"}
        />
        <div className="grid gap-4 xl:grid-cols-2">
          <Chips {...chips(fields.purpose)} legend={t("customers.purpose")} chips={purposes} />
          <Chips {...chips(fields.layout)} legend={t("customers.layout")} chips={layouts} />
          <Chips {...chips(fields.budget)} legend={t("customers.budget")} chips={budgets} />
          <Chips {...chips(fields.area)} legend={t("customers.areaWanted")} chips={areas} />
        </div>
        {consultants && (
          <SelectField
            {...input(fields.consultantId)}
            label={t("customers.consultant")}
            empty={t("customers.consultantNone")}
            defaultValue={input(fields.consultantId).defaultValue ?? consultants[0]?.id ?? ""}
            options={consultants.map(({ id, name, newToday }) => ({
              value: id,
              label: t("customers.consultantNext", { name, count: newToday }),
            }))}
          />
        )}
        <TextArea {...input(fields.note)} label={t("customers.note")} optional rows={2} />
        <div className="flex justify-end">
          <Button variant="primary" busy={busy} className="max-sm:w-full">
            {t("customers.register")}
          </Button>
        </div>
      </Form>
      <VisitAgainForms customers={known ?? []} base={base} visitKey={visitKey} />
    </Panel>
  );
}
