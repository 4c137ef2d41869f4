import type { LateFee } from "~/domain/late-fee";
import { useTexts } from "~/i18n/use-texts";

/** What lateness costs on one instalment, and on demand how it comes about: days × what was open × the rate. */
export function LateFeeNote({ late, item }: { late: LateFee; item?: string }) {
  const { t, day, money, percent } = useTexts();
  const words = [item, t("finance.lateFee"), t("finance.lateBy", { days: late.overdueDays })];
  return (
    <details className="rounded-md bg-danger-soft px-3 py-2 text-sm">
      <summary className="flex items-baseline justify-between gap-3 font-medium text-danger">
        <span>{words.filter(Boolean).join(" · ")}</span>
        <span className="figures">{money(late.fee)}</span>
      </summary>
      <ul className="mt-1.5 flex flex-col gap-1 text-ink-soft">
        {late.spans.map(({ from, to, days, open, rate }) => (
          <li key={from} className="figures">
            {t("finance.lateSpan", { from: day(from), to: day(to), days, open: money(open), rate: percent(rate) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
