import { useTexts } from "~/i18n/use-texts";

type Problem = { fieldId: string; label: string; error: string };

/** How many entries need a change, with a link to each; stands above a long form after it came back. */
export function FormErrors({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTexts();
  const count = problems.length;
  return (
    <div role="alert" className="empty:absolute">
      {count > 0 && (
        <div className="rounded-md border border-danger bg-danger-soft px-3 py-2 text-danger">
          <p className="font-semibold">{count === 1 ? t("form.errors_one") : t("form.errors_many", { count })}</p>
          <ul className="mt-1 list-disc pl-5 text-sm">
            {problems.map(({ fieldId, label, error }) => (
              <li key={fieldId}>
                <a href={`#${fieldId}`} className="underline">
                  {label}: {error}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
