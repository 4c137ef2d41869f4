import { Link, type LinkProps } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
type Look = { variant?: ButtonVariant | undefined; icon?: LucideIcon | undefined; small?: boolean | undefined };

const BASE =
  "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors aria-disabled:opacity-60 disabled:opacity-60 no-underline";
const SIZES = { normal: "min-h-9 px-3.5 text-base max-sm:min-h-11", small: "min-h-7 px-2 text-sm max-sm:min-h-10" };
const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  plain: "border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft",
  danger: "border-transparent bg-danger text-danger-ink hover:bg-danger-strong",
};

/** The look of a button, for the rare element that is neither a button nor a link. */
export function buttonClass({ variant = "plain", small = false }: Look): string {
  return `${BASE} ${small ? SIZES.small : SIZES.normal} ${VARIANTS[variant]}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean; children: ReactNode };

/**
 * A button. `primary` for the one next step of a screen, `danger` where something is lost, `quiet` beside text.
 * While `busy` it stays focusable, says so and swallows clicks, so that a form is sent once.
 */
export function Button({ variant, icon: Icon, small, busy = false, children, onClick, ...rest }: ButtonProps) {
  const { t } = useTexts();
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="submit"
      {...rest}
      className={`${buttonClass({ variant, small })} ${rest.className ?? ""}`}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {busy ? <Spinner /> : Icon && <Icon size={16} aria-hidden />}
      {busy ? t("common.sending") : children}
    </button>
  );
}

/** A browser does it for a page that it loads; on the way from page to page nobody else would. */
const takeFocus = (link: HTMLAnchorElement | null) => link?.focus();

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, icon: Icon, small, children, className, ...link }: LinkProps & Look) {
  return (
    <Link
      {...link}
      {...(link.autoFocus && { ref: takeFocus })}
      className={`${buttonClass({ variant, small })} ${className ?? ""}`}
    >
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </Link>
  );
}
