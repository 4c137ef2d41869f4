import { Link, useParams } from "@remix-run/react";
import { OWNERSHIP_FORMS } from "~/domain/ownership-shares";
import { useTexts } from "~/i18n/use-texts";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { SelectField } from "~/ui/select-field";
import type { BuyerChoice } from "../list-buyer-choices.server";
import { type FormResult, useTyped } from "./use-typed";

/** Places for those who buy together with the first; left closed where one buys alone. */
const CO_BUYERS = [1, 2, 3, 4, 5];

type Props = { choices: readonly BuyerChoice[]; customerId: string; result: FormResult };

/** Who buys and how they own it; shares only where owned by shares. */
export function BuyerFields({ choices, customerId, result }: Props) {
  const { t, enumLabel } = useTexts();
  const { typed, error } = useTyped(result);
  const { project } = useParams();
  const first = choices.find(({ id }) => id === customerId);
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 text-sm font-medium text-ink-soft">{t("deals.draftBuyers")}</legend>
      {first && !first.complete && (
        <Notice tone="warn">
          {t("deals.incomplete")}{" "}
          <Link to={`/onsite/${project}/customers/${first.id}/buyer`}>{t("deals.completeId")}</Link>
        </Notice>
      )}
      <SelectField
        id="ownershipForm"
        name="ownershipForm"
        label={t("deals.ownership")}
        hint={t("deals.ownershipHint")}
        empty={false}
        options={OWNERSHIP_FORMS.map((form) => ({ value: form, label: enumLabel("ownershipForm", form) }))}
        defaultValue={typed("ownershipForm", "SOLE") || "SOLE"}
        error={error("ownershipForm")}
      />
      <BuyerLine at={0} start={customerId} choices={choices} result={result} />
      <details open={CO_BUYERS.some((at) => buyerOf(result, at, "customerId", "") !== "")}>
        <summary className="w-fit rounded-sm text-accent">{t("deals.coBuyers")}</summary>
        <div className="mt-3 flex flex-col gap-4">
          {CO_BUYERS.map((at) => (
            <BuyerLine key={at} at={at} start="" choices={choices} result={result} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

type LineProps = { at: number; start: string; choices: readonly BuyerChoice[]; result: FormResult };

function BuyerLine({ at, start, choices, result }: LineProps) {
  const { t } = useTexts();
  const { error } = useTyped(result);
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-3">
      <SelectField
        id={`buyers-${at}`}
        name={`buyers[${at}].customerId`}
        label={t("deals.buyer", { n: at + 1 })}
        empty={t("deals.noBuyer")}
        options={choices.map(({ id, name, phone, complete }) => ({
          value: id,
          label: [name, phone, complete ? null : t("deals.idMissing")].filter(Boolean).join(" · "),
        }))}
        defaultValue={buyerOf(result, at, "customerId", start)}
      />
      <Field
        id={`share-${at}`}
        name={`buyers[${at}].share`}
        label={t("deals.sharePercent")}
        unit="%"
        inputMode="decimal"
        defaultValue={buyerOf(result, at, "share", "")}
        error={error(`buyers[${at}].share`)}
      />
    </div>
  );
}

function buyerOf(result: FormResult, at: number, name: "customerId" | "share", start: string): string {
  if (!result) return start;
  const buyers: unknown = result.form.initialValue?.buyers;
  const buyer: unknown = Array.isArray(buyers) ? buyers[at] : null;
  if (typeof buyer !== "object" || buyer === null || !(name in buyer)) return "";
  const value: unknown = buyer[name as keyof typeof buyer];
  return typeof value === "string" ? value : "";
}
