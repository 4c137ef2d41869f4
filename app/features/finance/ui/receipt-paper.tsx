import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { DateText } from "~/ui/date-text";
import { useItemName } from "~/ui/item-name";
import type { PaymentView, ReceiptView } from "../get-payment.server";
import { ReceiptStatusBadge } from "./money-status";

/** The receipt as it leaves the desk: one sheet, amount in figures and in capitals. */
export function ReceiptPaper({ payment, receipt }: { payment: PaymentView; receipt: ReceiptView }) {
  const { t, enumLabel, money } = useTexts();
  const itemName = useItemName();
  return (
    <article className="mx-auto w-full max-w-3xl rounded-lg border border-line-strong bg-surface p-6 sm:p-10 print:border-0 print:p-0">
      <header className="flex flex-wrap items-start justify-between gap-3 border-b-2 border-ink pb-3">
        <div>
          <h2 className="text-xl tracking-wide">{t("finance.receiptTitle")}</h2>
          <p className="text-ink-soft">{payment.seller}</p>
        </div>
        <div className="text-right max-sm:text-left">
          <p className="figures text-lg font-semibold">{receipt.number}</p>
          <p>
            <DateText day={payment.receivedOn} />
          </p>
          {receipt.status !== "RECORDED" && <ReceiptStatusBadge status={receipt.status} />}
        </div>
      </header>
      <table className="w-full border-collapse">
        <tbody>
          <Row label={t("finance.receivedFrom")}>{payment.payerName}</Row>
          <Row label={t("finance.customer")}>{receipt.customer}</Row>
          <Row label={t("finance.home")}>{receipt.units}</Row>
          <Row label={t("finance.purpose")}>{itemName(receipt.item)}</Row>
          <Row label={t("finance.sumInWords")}>
            <span lang="zh-CN" className="text-lg">
              {receipt.inWords}
            </span>
          </Row>
          <Row label={t("finance.sum")}>
            <span className="figures text-lg font-semibold">{money(receipt.amount)}</span>
          </Row>
          <Row label={t("finance.method")}>
            {enumLabel("paymentMethod", payment.method)}
            {payment.bankReference && <span className="figures"> · {payment.bankReference}</span>}
          </Row>
          <Row label={t("finance.account")}>
            {payment.account.bank} <span className="figures">{payment.account.number}</span>
          </Row>
          {payment.payerNote && <Row label={t("finance.payerNote")}>{payment.payerNote}</Row>}
        </tbody>
      </table>
      <footer className="mt-12 grid grid-cols-3 gap-6 text-sm text-ink-soft">
        <p>{t("finance.sealNote")}</p>
        <p>{t("finance.cashierSign", { name: payment.recordedBy })}</p>
        <p>{t("finance.payerSign")}</p>
      </footer>
    </article>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className="border-b border-line align-baseline">
      <th scope="row" className="w-32 py-2.5 pr-4 text-left text-sm font-normal text-ink-soft max-sm:w-24">
        {label}
      </th>
      <td className="py-2.5 break-words">{children}</td>
    </tr>
  );
}
