import { useTexts } from "~/i18n/use-texts";
import { Panel } from "~/ui/panel";

type RotationProps = { consultants: readonly { id: string; name: string; newToday: number }[] };

/** Whose turn it is for the next new customer, and whose after that. */
export function RotationPanel({ consultants }: RotationProps) {
  const { t } = useTexts();
  return (
    <Panel title={t("customers.rotation")}>
      {consultants.length === 0 ? (
        <p className="text-ink-soft">{t("customers.rotationEmpty")}</p>
      ) : (
        <ol className="flex flex-wrap gap-x-5 gap-y-1.5">
          {consultants.map(({ id, name, newToday }, at) => (
            <li key={id} className="flex items-baseline gap-1.5">
              <span className="figures text-xs text-ink-faint">{at + 1}</span>
              <span className={at === 0 ? "font-semibold text-accent" : ""}>{name}</span>
              <span className="text-xs text-ink-faint">{t("customers.newToday", { count: newToday })}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
