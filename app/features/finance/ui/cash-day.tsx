import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Panel } from "~/ui/panel";
import type { CashDay } from "../get-cash-day.server";
import { PaymentStatusBadge } from "./money-status";

/** What was taken today, with totals by method and account. */
export function CashDayPanel({ cashDay, base }: { cashDay: CashDay; base: string }) {
  const { t, enumLabel, time } = useTexts();
  const methods = cashDay.byMethod.map(({ method, ...sum }) => ({ ...sum, name: enumLabel("paymentMethod", method) }));
  const accounts = cashDay.byAccount.map(({ account, ...sum }) => ({ ...sum, name: account }));
  return (
    <Panel title={t("finance.today")} actions={<MoneyText fen={cashDay.total} />} flush>
      {cashDay.payments.length === 0 && <p className="p-4 text-ink-soft">{t("finance.todayEmpty")}</p>}
      {cashDay.payments.length > 0 && (
        <div className="grid gap-4 border-b border-line p-4 sm:grid-cols-2">
          <Sums title={t("finance.byMethod")} sums={methods} />
          <Sums title={t("finance.byAccount")} sums={accounts} />
        </div>
      )}
      <ul>
        {cashDay.payments.map(({ id, at, payerName, method, amount, status, receipts }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <Link
              to={`${base}/cashier/${id}`}
              className="flex flex-col px-4 py-2 text-ink no-underline hover:bg-sunken"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="truncate font-medium">{payerName}</span>
                <MoneyText fen={amount} />
              </span>
              <span className="flex items-center justify-between gap-3 text-sm text-ink-soft">
                <span className="figures truncate">
                  {time(at)} · {enumLabel("paymentMethod", method)} ·{" "}
                  {receipts.map(({ number }) => number).join(t("common.listComma"))}
                </span>
                {status !== "CONFIRMED" && <PaymentStatusBadge status={status} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sums({ title, sums }: { title: string; sums: readonly { name: string; count: number; amount: number }[] }) {
  const { t } = useTexts();
  return (
    <div>
      <h3 className="mb-1 text-xs text-ink-faint">{title}</h3>
      <ul className="flex flex-col gap-0.5 text-sm">
        {sums.map(({ name, count, amount }) => (
          <li key={name} className="flex justify-between gap-2">
            <span className="truncate">
              {name} <span className="text-ink-faint">{t("finance.count", { count })}</span>
            </span>
            <MoneyText fen={amount} />
          </li>
        ))}
      </ul>
    </div>
  );
}
