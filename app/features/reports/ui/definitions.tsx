import { FIGURE_NAMES } from "~/features/reports/figures";
import { useTexts } from "~/i18n/use-texts";

/** What each figure counts and by which date. */
export function Definitions({ money }: { money: boolean }) {
  const { t } = useTexts();
  const figures = FIGURE_NAMES.filter((name) => money || name !== "receipts");
  return (
    <details className="card px-4 py-2.5 text-sm text-ink-soft">
      <summary className="w-fit rounded-sm font-medium text-accent">{t("reports.definitions")}</summary>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {figures.map((name) => (
          <li key={name}>{t(`reports.def_${name}`)}</li>
        ))}
        <li>{t("reports.def_sellThrough")}</li>
        {money && <li>{t("reports.def_cashIn")}</li>}
        <li>{t("reports.def_funnel")}</li>
      </ul>
    </details>
  );
}
