import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { MoneyText } from "~/ui/amounts";
import { Button } from "~/ui/button";
import { useItemName } from "~/ui/item-name";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import type { RecordedPayment } from "../record-payment.server";
import type { TypedValues } from "./payment-form";

export type PreviewView = { payer: string; amountFen: number; takesEffect: boolean; payment: RecordedPayment };
type PaymentPreviewProps = {
  preview: PreviewView;
  /** What each deal is called. */
  names: Readonly<Record<string, string>>;
  typed: TypedValues;
  refusal: Refusal | null;
};

/** What will happen, receipt by receipt, before it does. Enter takes the money. */
export function PaymentPreview({ preview, names, typed, refusal }: PaymentPreviewProps) {
  const { t, money } = useTexts();
  const itemName = useItemName();
  const sending = useSending();
  const { payer, amountFen, takesEffect, payment } = preview;
  return (
    <Panel title={t("finance.previewTitle")} lead={t("finance.previewOf", { payer, amount: amountFen })}>
      <Form method="post" className="flex flex-col gap-4">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <RefusalNote refusal={refusal} />
        <ul className="flex flex-col gap-3">
          {payment.receipts.map((receipt) => (
            <li key={receipt.receiptId} className="rounded-md border border-line p-3">
              <p className="flex items-baseline justify-between gap-3 font-medium">
                <span>{t("finance.receiptFor", { deal: names[receipt.dealId] ?? "" })}</span>
                <MoneyText fen={receipt.amountFen} />
              </p>
              <ul className="mt-1 text-sm text-ink-soft">
                {receipt.pays.map((pay) => (
                  <li key={pay.item}>
                    {t("finance.paysItem", { item: itemName(pay.item), amount: pay.amountFen, open: pay.openFen })}
                  </li>
                ))}
                {receipt.allocatedFen < receipt.amountFen && (
                  <li>{t("finance.waits", { amount: receipt.amountFen - receipt.allocatedFen })}</li>
                )}
              </ul>
            </li>
          ))}
          {payment.advanceFen > 0 && (
            <li className="flex items-baseline justify-between gap-3 rounded-md border border-line p-3">
              <span>{t("finance.advance")}</span>
              <span className="figures">{money(payment.advanceFen)}</span>
            </li>
          )}
        </ul>
        {takesEffect && <Notice tone="good">{t("finance.willTakeEffect")}</Notice>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button name="step" value="edit">
            {t("finance.changeIt")}
          </Button>
          <Button variant="primary" name="step" value="take" busy={sending} autoFocus>
            {t("finance.confirm")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
