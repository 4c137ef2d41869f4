import { Link } from "@remix-run/react";
import { ChevronDown, LogOut, UserCog } from "lucide-react";
import { useId } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Avatar } from "./avatar";
import { Menu } from "./menu";
import { LanguageSwitch, ThemeSwitch } from "./preferences-form";

export type SignedIn = { name: string; role: string };
export type WingLink = { to: string; label: string };

/** Who is signed in, the other wings open to him, language, look, and the way out. */
export function UserMenu({ user, wings = [] }: { user: SignedIn; wings?: readonly WingLink[] | undefined }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <>
      <button
        type="button"
        popovertarget={id}
        className="flex min-h-10 items-center gap-2 rounded-md px-1.5 hover:bg-sunken max-sm:min-h-11"
      >
        <Avatar name={user.name} />
        <span className="text-left leading-tight max-sm:sr-only">
          <span className="block font-medium">{user.name}</span>
          <span className="block text-xs text-ink-faint">{user.role}</span>
        </span>
        <ChevronDown size={14} aria-hidden className="text-ink-faint max-sm:hidden" />
      </button>
      <Menu id={id} label={t("frame.account")}>
        <p className="border-b border-line px-2.5 pt-1 pb-2 sm:hidden">
          {user.name} <span className="text-sm text-ink-faint">{user.role}</span>
        </p>
        {wings.map(({ to, label }) => (
          <Link key={to} to={to} className="flex min-h-10 items-center rounded-md px-2.5 no-underline hover:bg-sunken">
            {label}
          </Link>
        ))}
        <Link to="/account" className="flex min-h-10 items-center gap-2 rounded-md px-2.5 no-underline hover:bg-sunken">
          <UserCog size={16} aria-hidden />
          {t("places.account")}
        </Link>
        <div className="my-1 flex flex-col gap-1 border-y border-line py-2">
          <LanguageSwitch />
          <div className="px-2.5">
            <ThemeSwitch />
          </div>
        </div>
        <form method="post" action="/sign-out">
          <button className="flex min-h-10 w-full items-center gap-2 rounded-md px-2.5 hover:bg-sunken" type="submit">
            <LogOut size={16} aria-hidden />
            {t("frame.signOut")}
          </button>
        </form>
      </Menu>
    </>
  );
}
