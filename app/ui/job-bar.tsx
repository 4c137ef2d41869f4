import { useTexts } from "~/i18n/use-texts";

/** How far a long piece of work has come, as a bar with its figures. */
export function JobBar({ done, total }: { done: number; total: number }) {
  const { t, count } = useTexts();
  if (total === 0) return "—";
  return (
    <span className="flex items-center gap-2">
      <progress value={done} max={total} aria-label={t("frame.progress")} className="h-1.5 w-28" />
      <span className="figures text-sm whitespace-nowrap">
        {count(done)} / {count(total)}
      </span>
    </span>
  );
}
