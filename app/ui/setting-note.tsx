import { ChevronRight, SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import type { GuardWarning, SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";
import { valueText } from "./value-text";

const AT_A_GLANCE = 3;

/** What rules the figures on this screen, and where it comes from: "签约期限 7 天 · 楼盘设定，2026-03-01 起，王强". */
export function SettingNotes({ of }: { of: readonly SettingOrigin[] }) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  if (of.length === 0) return null;
  const list = (
    <ul aria-label={t("settingNote.title")} data-no-print className="flex flex-col gap-1 text-xs text-ink-faint">
      {of.map(({ key, value, unit, set }) => (
        <li key={key} className="flex items-baseline gap-1.5">
          <SlidersHorizontal size={11} aria-hidden className="shrink-0 translate-y-px" />
          <span className="min-w-0">
            <span className="text-ink-soft">
              {t("settingNote.line", {
                name: enumLabel("settingName", key),
                value: valueText(texts, unit, value),
              })}
            </span>{" "}
            · {originText(t, set)}
          </span>
        </li>
      ))}
    </ul>
  );
  return of.length <= AT_A_GLANCE ? list : <Folded count={of.length}>{list}</Folded>;
}

/** Many of them would push the work out of sight: they open on demand. */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <details data-no-print className="group text-xs">
      <summary className="flex min-h-6 items-center gap-1.5 text-ink-soft hover:text-accent max-sm:min-h-11">
        <ChevronRight size={12} aria-hidden className="shrink-0 transition-transform group-open:rotate-90" />
        {t("settingNote.folded", { count })}
      </summary>
      <div className="mt-1.5 pl-4.5">{children}</div>
    </details>
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
  return of.map(({ setting, refusal: broken, law }) => (
    <Notice key={setting} tone="warn">
      {refusal(broken)} <span className="text-sm">{t("settingNote.warned", { law })}</span>
    </Notice>
  ));
}
