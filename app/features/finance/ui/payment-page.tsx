import { ArrowRight, Printer, Split, Undo2 } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { DateText, MomentText } from "~/ui/date-text";
import { useItemName } from "~/ui/item-name";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import type { PaymentView, ReceiptView } from "../get-payment.server";
import { PaymentStatusBadge, ReceiptStatusBadge } from "./money-status";
import { ReversalDialog, type ReversalResult } from "./reversal-dialog";

export type PaymentPageView = {
  base: string;
  payment: PaymentView;
  fresh: boolean;
  asked: boolean;
  ask: string | null;
  mayTake: boolean;
  key: string;
};

/** One payment with its receipts: what was written, and what can be done about it. */
export function PaymentPage({ view, result }: { view: PaymentPageView; result: ReversalResult }) {
  const { t, day, money } = useTexts();
  const { base, payment, fresh, asked, ask, mayTake, key } = view;
  const here = `${base}/cashier/${payment.id}`;
  const receipt = payment.receipts.find(({ id }) => id === ask) ?? null;
  return (
    <>
      <PageHeader
        title={
          <>
            {t(fresh ? "finance.done" : "finance.payment")} <PaymentStatusBadge status={payment.status} />
          </>
        }
        lead={[payment.payerName, money(payment.amount), day(payment.receivedOn)].join(" · ")}
        back={{ to: `${base}/receipts`, label: t("places.receipts") }}
        actions={
          <>
            {payment.mayAskReversal && payment.status === "CONFIRMED" && (
              <LinkButton to={`${here}?ask=payment`} icon={Undo2} preventScrollReset>
                {t("finance.askPaymentReversal")}
              </LinkButton>
            )}
            {mayTake && payment.advance > 0 && payment.status === "CONFIRMED" && (
              <LinkButton to={`${here}/split`} icon={Split}>
                {t("finance.splitAdvance")}
              </LinkButton>
            )}
            {mayTake && (
              <LinkButton to={`${base}/cashier`} variant="primary" icon={ArrowRight} autoFocus={fresh}>
                {t("finance.next")}
              </LinkButton>
            )}
          </>
        }
      />
      <div role="status" className="empty:-mt-4">
        {asked && <Notice tone="info">{t("finance.reversalAsked")}</Notice>}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {payment.receipts.map((one) => (
          <ReceiptPanel key={one.id} receipt={one} base={base} here={here} payment={payment} />
        ))}
        <Panel title={t("finance.payment")}>
          <PaymentFacts payment={payment} />
        </Panel>
      </div>
      {ask && (receipt || ask === "payment") && (
        <ReversalDialog receipt={receipt} submissionKey={key} closeTo={here} result={result} />
      )}
    </>
  );
}

type ReceiptPanelProps = { receipt: ReceiptView; payment: PaymentView; base: string; here: string };

function ReceiptPanel({ receipt, payment, base, here }: ReceiptPanelProps) {
  const { t, money } = useTexts();
  const itemName = useItemName();
  const { id, number, units, customer, item, amount, inWords, waiting, status, pays } = receipt;
  const reversible = payment.mayAskReversal && payment.status === "CONFIRMED" && status === "RECORDED";
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          <span className="figures">{number}</span> <ReceiptStatusBadge status={status} />
        </span>
      }
      lead={`${units} · ${customer}`}
      actions={
        <>
          {reversible && (
            <LinkButton small to={`${here}?ask=${id}`} icon={Undo2} preventScrollReset>
              {t("finance.askReversal")}
            </LinkButton>
          )}
          <LinkButton small to={`${base}/receipts/${id}`} icon={Printer}>
            {t("common.print")}
          </LinkButton>
        </>
      }
    >
      <p className="figures text-2xl font-semibold tracking-tight">
        <MoneyText fen={amount} />
      </p>
      <p lang="zh-CN" className="mb-3">
        {inWords}
      </p>
      {pays.length === 0 && <p className="text-ink-soft">{itemName(item)}</p>}
      <ul className="text-sm text-ink-soft">
        {pays.map((pay) => (
          <li key={pay.item} className="flex justify-between gap-3">
            <span>{itemName(pay.item)}</span>
            <span className="figures">{money(pay.amount)}</span>
          </li>
        ))}
      </ul>
      {waiting > 0 && <p className="text-sm text-warn">{t("finance.waitingNote", { amount: waiting })}</p>}
    </Panel>
  );
}

function PaymentFacts({ payment }: { payment: PaymentView }) {
  const { t, enumLabel } = useTexts();
  const { account } = payment;
  const kind = t(account.kind === "SUPERVISED" ? "finance.supervised" : "finance.general");
  const pairs = [
    { key: t("finance.paymentAmount"), value: <MoneyText fen={payment.amount} /> },
    { key: t("finance.advance"), value: <MoneyText fen={payment.advance} /> },
    { key: t("finance.method"), value: enumLabel("paymentMethod", payment.method) },
    { key: t("finance.reference"), value: payment.bankReference ?? "—" },
    {
      key: t("finance.account"),
      value: t("finance.accountLine", { kind, bank: account.bank, tail: account.number.slice(-4) }),
    },
    { key: t("finance.seller"), value: payment.seller },
    { key: t("finance.receivedOn"), value: <DateText day={payment.receivedOn} /> },
    { key: t("finance.recordedAt"), value: <MomentText at={payment.recordedAt} /> },
    { key: t("finance.recordedBy"), value: payment.recordedBy },
    ...(payment.payerNote ? [{ key: t("finance.payerNote"), value: payment.payerNote }] : []),
  ];
  return <KeyValues pairs={pairs} />;
}
