import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { DueText } from "~/ui/due-text";
import { useItemName } from "~/ui/item-name";
import { LateFeeNote, LateFeeRule } from "~/ui/late-fee-note";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { OwnHome, OwnLine } from "../get-home.server";

const TONES = { PAID: "good", OPEN: "neutral", OVERDUE: "danger" } as const;

/** Every instalment with its day, what of it is paid, and what lateness costs, day range by day range. */
export function PaymentSchedule({ home }: { home: OwnHome }) {
  const { t, money, day } = useTexts();
  return (
    <Panel title={t("portal.schedule")} {...(home.price ? { lead: home.price.plan } : {})} flush>
      <ol className="divide-y divide-line">
        {home.lines.map((line) => (
          <Instalment key={line.id} line={line} />
        ))}
      </ol>
      <div className="flex flex-col gap-1 border-t border-line bg-sunken px-4 py-3 text-sm text-ink-soft">
        <p className="font-medium">
          {home.totals.lateFee > 0
            ? t("finance.lateFeeTotal", { day: day(home.today), amount: money(home.totals.lateFee) })
            : t("portal.lateNone")}
        </p>
        <LateFeeRule fee={home.fee} />
      </div>
    </Panel>
  );
}

function Instalment({ line }: { line: OwnLine }) {
  const { t, enumLabel, money } = useTexts();
  const itemName = useItemName();
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-medium break-words">{itemName(line.item)}</span>
        <span className="text-lg font-semibold">
          <MoneyText fen={line.amount} />
        </span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span className="flex flex-wrap items-center gap-2">
          <DueText dueOn={line.dueOn} event={line.dueEvent} days={line.dueDays} />
          <StatusBadge tone={TONES[line.state]}>{enumLabel("receivableState", line.state)}</StatusBadge>
          {line.loan && <span className="text-xs text-ink-faint">{t("portal.byLoan")}</span>}
        </span>
        {line.paid > 0 && line.open > 0 && (
          <span className="figures">
            {t("portal.paid")} {money(line.paid)} · {t("portal.openAmount")} {money(line.open)}
          </span>
        )}
      </div>
      {line.late.fee > 0 && <LateFeeNote late={line.late} />}
    </li>
  );
}
