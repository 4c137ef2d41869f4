import { ChevronRight } from "lucide-react";
import type { Day } from "~/domain/calendar";
import type { LateFee, LateFeeTerms } from "~/domain/late-fee";
import { useTexts } from "~/i18n/use-texts";

/** What lateness costs on one instalment, and on demand how it comes about: days × what was open × the rate. */
export function LateFeeNote({ late, item }: { late: LateFee; item?: string }) {
  const { t, day, money, percent } = useTexts();
  const words = [item, t("finance.lateFee"), t("finance.lateBy", { days: late.overdueDays })];
  return (
    <details className="group rounded-md bg-danger-soft px-3 py-2 text-sm">
      <summary className="flex cursor-pointer items-center gap-2 font-medium text-danger">
        <ChevronRight size={14} aria-hidden className="shrink-0 transition-transform group-open:rotate-90" />
        <span className="min-w-0 flex-1">{words.filter(Boolean).join(" · ")}</span>
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

type Rule = Pick<LateFeeTerms, "rate" | "graceDays"> & { agreed: { on: Day } | null };

/** By which rule lateness costs something, and since when it stands: the one of the day on which the deal was signed. */
export function LateFeeRule({ fee: { rate, graceDays, agreed } }: { fee: Rule }) {
  const { t, day, percent } = useTexts();
  return (
    <p className="text-sm text-ink-soft">
      {t("finance.lateRule", { rate: percent(rate) })}{" "}
      {graceDays > 0 && `${t("finance.lateGrace", { days: graceDays })} `}
      {agreed ? t("finance.lateAgreed", { day: day(agreed.on) }) : t("finance.lateToday")}
    </p>
  );
}
