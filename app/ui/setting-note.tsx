import { SlidersHorizontal } from "lucide-react";
import { definitionOf, type GuardWarning, type SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";
import { settingValueText } from "./setting-value";

/** What rules the figures on this screen, and where it comes from: "签约期限 7 天 · 楼盘设定，2026-03-01 起，王强". */
export function SettingNotes({ of }: { of: readonly SettingOrigin[] }) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  if (of.length === 0) return null;
  return (
    <ul aria-label={t("settingNote.title")} data-no-print className="flex flex-col gap-1 text-xs text-ink-faint">
      {of.map(({ key, value, set }) => (
        <li key={key} className="flex items-baseline gap-1.5">
          <SlidersHorizontal size={11} aria-hidden className="shrink-0 translate-y-px" />
          <span className="min-w-0">
            <span className="text-ink-soft">
              {enumLabel("settingName", key)} <span className="figures">{settingValueText(texts, key, value)}</span>
            </span>{" "}
            · {originText(t, set)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function originText(t: ReturnType<typeof useTexts>["t"], set: SettingOrigin["set"]): string {
  if (!set) return t("settingNote.initial");
  const { scope, since, by } = set;
  return by ? t(`settingNote.${scope}`, { since, by }) : t(`settingNote.${scope}_SYSTEM`, { since });
}

/** What of the law is broken here and let pass, each with the law; nothing where all is in order. */
export function GuardNotes({ of }: { of: readonly GuardWarning[] }) {
  const { t, refusal } = useTexts();
  return of.map(({ setting, refusal: broken }) => (
    <Notice key={setting} tone="warn">
      {refusal(broken)}{" "}
      <span className="text-sm">{t("settingNote.warned", { law: definitionOf(setting).source })}</span>
    </Notice>
  ));
}
