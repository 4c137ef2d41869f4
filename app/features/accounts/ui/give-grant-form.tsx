import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { useAlive } from "~/ui/alive";
import { Button } from "~/ui/button";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useCheckedForm } from "~/ui/use-checked-form";
import { giveGrantForm, PARTNER_ROLES, STAFF_ROLES } from "../person-form";
import type { PersonResult, Places } from "./person";

type Props = { places: Places; formKey: string; result: PersonResult | null };

/** A role at a place; partners' people name their company. Without scripts the partner is always asked for. */
export function GiveGrantForm({ places, formKey, result }: Props) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const alive = useAlive();
  const [role, setRole] = useState("");
  const { form, fields, input } = useCheckedForm({
    schema: giveGrantForm,
    lastResult: result?.form,
    id: "give-grant",
  });
  const options = [
    { value: "COMPANY", label: t("system.wholeCompany") },
    ...places.branches.map(({ id, name }) => ({ value: `BRANCH:${id}`, label: name })),
    ...places.projects.map(({ id, name }) => ({ value: `PROJECT:${id}`, label: name })),
  ];
  const ofPartner = !alive || PARTNER_ROLES.some((one) => one === role);
  return (
    <ActionForm form={form} submissionKey={formKey} className="flex flex-col gap-3 border-t border-line p-4">
      <input type="hidden" name="act" value="give-grant" />
      {result?.form && <RefusalNote refusal={result.refusal} />}
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
        <SelectField
          {...input(fields.role)}
          label={t("system.role")}
          options={STAFF_ROLES.map((one) => ({ value: one, label: enumLabel("role", one) }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <SelectField {...input(fields.place)} label={t("system.place")} options={options} />
        {ofPartner && (
          <SelectField
            {...input(fields.partnerId)}
            label={t("system.partner")}
            hint={t("system.partnerHint")}
            options={places.partners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button variant="primary" busy={sending} className="sm:mt-6 sm:justify-self-start">
          {t("system.giveGrant")}
        </Button>
      </div>
    </ActionForm>
  );
}
