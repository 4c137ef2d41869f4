import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { RefusalNote } from "~/ui/refusal-note";
import { REVEALED } from "../reveal-form";
import { REVEAL_PURPOSES } from "../reveal-purposes";
import { Chips } from "./chips";

type Revealed = { shown: readonly string[] | null; refusal: Refusal | null } | undefined;

/** Which number, and what for; the answer stands in the dialog and nowhere else. */
export function RevealFields({ may, result }: { may: readonly (typeof REVEALED)[number][]; result: Revealed }) {
  const { t, enumLabel } = useTexts();
  const what = REVEALED.filter((one) => may.includes(one)).map((value) => ({
    value,
    label: t(value === "PHONE" ? "customers.revealPhone" : "customers.revealIdNumber"),
  }));
  const purposes = REVEAL_PURPOSES.map((value) => ({ value, label: enumLabel("revealPurpose", value) }));
  return (
    <Form method="post" className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <div role="status" className="empty:-mt-4">
        {result?.shown && (
          <Notice tone="good">
            <ul className="figures text-xl font-semibold select-all">
              {result.shown.map((number) => (
                <li key={number}>{number}</li>
              ))}
              {result.shown.length === 0 && <li>—</li>}
            </ul>
            <p className="text-sm">{t("customers.revealed")}</p>
          </Notice>
        )}
      </div>
      <p className="text-ink-soft">{t("customers.revealText")}</p>
      <Chips id="what" name="what" legend={t("customers.revealWhat")} chips={what} defaultValue={what[0]?.value} />
      <Chips
        id="purpose"
        name="purpose"
        legend={t("customers.revealPurpose")}
        chips={purposes}
        defaultValue={purposes[0]?.value}
      />
      <div className="flex justify-end">
        <Button variant="primary">{t("customers.revealShow")}</Button>
      </div>
    </Form>
  );
}
