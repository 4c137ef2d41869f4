import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { Languages, type LucideIcon, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { useTexts } from "~/i18n/use-texts";
import { THEMES, type Theme } from "./theme";

const OTHER: Record<Locale, { locale: Locale; word: string }> = {
  "zh-CN": { locale: "en", word: "English" },
  en: { locale: "zh-CN", word: "简体中文" },
};
const THEME_LOOKS = {
  system: { icon: Monitor, key: "frame.themeSystem" },
  light: { icon: Sun, key: "frame.themeLight" },
  dark: { icon: Moon, key: "frame.themeDark" },
} as const satisfies Record<Theme, { icon: LucideIcon; key: string }>;

/** A whole-page post, because the browser holds the words of one language only. */
function PreferenceForm({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="back" value={pathname + search} />
      {children}
    </form>
  );
}

/** One press to the other language, named in that language. */
export function LanguageSwitch() {
  const { locale, t } = useTexts();
  const other = OTHER[locale];
  return (
    <PreferenceForm>
      <button
        type="submit"
        name="locale"
        value={other.locale}
        lang={other.locale}
        title={`${t("frame.language")}: ${other.word}`}
        className="flex min-h-9 items-center gap-1.5 rounded-md px-2.5 text-sm hover:bg-sunken max-sm:min-h-11"
      >
        <Languages size={16} aria-hidden />
        {other.word}
      </button>
    </PreferenceForm>
  );
}

/** Light, dark or as the device; the present choice is pressed. */
export function ThemeSwitch() {
  const { t } = useTexts();
  const root = useRouteLoaderData<{ theme: Theme }>("root");
  return (
    <PreferenceForm>
      <fieldset className="flex overflow-hidden rounded-md border border-line-strong">
        <legend className="sr-only">{t("frame.theme")}</legend>
        {THEMES.map((theme) => {
          const { icon: Icon, key } = THEME_LOOKS[theme];
          return (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              title={t(key)}
              aria-label={t(key)}
              aria-pressed={theme === (root?.theme ?? "system")}
              className="grid min-h-8 flex-1 place-items-center px-2.5 text-ink-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent max-sm:min-h-11"
            >
              <Icon size={16} aria-hidden />
            </button>
          );
        })}
      </fieldset>
    </PreferenceForm>
  );
}
