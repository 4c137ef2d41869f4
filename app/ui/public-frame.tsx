import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { buttonClass } from "./button";
import { Mark } from "./mark";
import { LanguageSwitch, ThemeSwitch } from "./preferences-form";
import { SkipLink } from "./skip-link";

/** The frame of pages for people who are not signed in. `signIn` offers the way in. */
export function PublicFrame({ signIn = true, children }: { signIn?: boolean; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-6xl items-center gap-2 px-4 py-3 sm:px-6">
        <Link to="/" className="mr-auto flex items-center gap-2.5 text-lg font-semibold tracking-wide no-underline">
          <Mark size={28} />
          {t("frame.product")}
        </Link>
        <span className="max-sm:hidden">
          <ThemeSwitch />
        </span>
        <LanguageSwitch />
        {signIn && (
          <Link to="/sign-in" className={buttonClass({ variant: "primary" })}>
            {t("frame.signIn")}
          </Link>
        )}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
