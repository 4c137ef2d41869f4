import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Mark } from "./mark";

/** Mark, product and wing; leads to the wing's first page. */
export function Brand({ to, wing }: { to: string; wing: string }) {
  const { t } = useTexts();
  return (
    <Link to={to} className="flex h-14 shrink-0 items-center gap-2 pr-2 pl-4 no-underline">
      <Mark size={26} />
      <span className="text-lg font-semibold">{t("frame.product")}</span>
      <span className="rounded-sm border border-current px-1 text-2xs leading-5 whitespace-nowrap">{wing}</span>
    </Link>
  );
}
