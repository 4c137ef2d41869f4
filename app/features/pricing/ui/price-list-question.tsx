import { Form } from "@remix-run/react";
import type { PriceListDetail } from "~/features/pricing/get-price-list.server";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Dialog } from "~/ui/dialog";
import { KeyValues } from "~/ui/key-values";
import { useQueryLink } from "~/ui/query-link";
import { TextArea } from "~/ui/text-area";

export const PRICE_QUESTIONS = ["request", "withdraw", "revoke"] as const;
export type PriceQuestion = (typeof PRICE_QUESTIONS)[number];

type PriceListQuestionProps = { ask: PriceQuestion; list: PriceListDetail; submissionKey: string };

/** Says what the step will do, and asks once. */
export function PriceListQuestion({ ask, list, submissionKey }: PriceListQuestionProps) {
  const { t, wan, count } = useTexts();
  const queryLink = useQueryLink();
  const sending = useSending();
  return (
    <Dialog title={t(`management.${ask}Title`)} closeTo={queryLink({ ask: null })}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <input type="hidden" name="version" value={list.version} />
        <input type="hidden" name="step" value={ask} />
        <p className="text-ink-soft">{t(`management.${ask}Text`)}</p>
        <KeyValues
          pairs={[
            { key: t("management.listName"), value: list.name },
            { key: t("management.units"), value: count(list.sum.units) },
            { key: t("management.totalPrice"), value: wan(list.sum.total) },
          ]}
        />
        {ask === "request" && <Checkbox id="at-once" name="atOnce" label={t("management.atOnce")} />}
        {ask !== "withdraw" && (
          <TextArea id="reason" name="reason" label={t("common.reason")} required maxLength={200} />
        )}
        <Button variant={ask === "request" ? "primary" : "danger"} busy={sending} className="self-end">
          {t(`management.${ask}`)}
        </Button>
      </Form>
    </Dialog>
  );
}
