import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { useItemName } from "~/ui/item-name";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { OwnHome } from "../get-home.server";

/** What is to be paid next, and where the whole stands. */
export function NextPayment({ home }: { home: OwnHome }) {
  const { t, day, money } = useTexts();
  const itemName = useItemName();
  const { nextDue, totals } = home;
  if (home.lines.length === 0) return null;
  const share = totals.owed > 0 ? Math.min(1, totals.paid / totals.owed) : 0;
  return (
    <Panel title={t("portal.toPay")}>
      {nextDue ? (
        <div className="flex flex-col gap-1">
          <p className="figures text-3xl font-bold tracking-tight">
            <MoneyText fen={nextDue.open} />
          </p>
          <p className="flex flex-wrap items-center gap-2 text-ink-soft">
            {t("portal.nextDueOn", { item: itemName(nextDue.item), day: day(nextDue.dueOn) })}
            {nextDue.overdueDays > 0 && (
              <StatusBadge tone="danger">{t("portal.overdueBy", { days: nextDue.overdueDays })}</StatusBadge>
            )}
          </p>
        </div>
      ) : (
        <p className="text-ink-soft">{t("portal.nothingDue")}</p>
      )}
      <div className="mt-4">
        <div aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
          <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
        </div>
        <dl className="mt-2 flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
          <div className="flex gap-2">
            <dt className="text-ink-faint">{t("portal.paid")}</dt>
            <dd className="figures font-medium">{money(totals.paid)}</dd>
          </div>
          <div className="flex gap-2">
            <dt className="text-ink-faint">{t("portal.openAmount")}</dt>
            <dd className="figures font-medium">{money(totals.open)}</dd>
          </div>
          {totals.lateFee > 0 && (
            <div className="flex gap-2">
              <dt className="text-danger">{t("portal.lateFee")}</dt>
              <dd className="figures font-medium text-danger">{money(totals.lateFee)}</dd>
            </div>
          )}
        </dl>
      </div>
    </Panel>
  );
}
