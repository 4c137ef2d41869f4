import { NavLink, useLocation } from "@remix-run/react";
import { Menu, X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTexts } from "~/i18n/use-texts";
import type { NavGroup } from "./nav";
import { NavList } from "./nav-list";

const UNDER_THE_THUMB = 4;
const STOP =
  "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-2xs text-ink-soft no-underline aria-[current=page]:font-semibold aria-[current=page]:text-accent";

/** The phone's navigation: four places, and a drawer with all of them. The drawer is a popover and needs no script. */
export function BottomBar({ groups }: { groups: readonly NavGroup[] }) {
  const { t } = useTexts();
  const entries = groups.flatMap((group) => group.entries);
  const [first, all] = [entries.slice(0, UNDER_THE_THUMB), entries.length > UNDER_THE_THUMB];
  const drawerId = useId();
  return (
    <>
      <nav
        data-no-print
        aria-label={t("frame.navigation")}
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {first.map(({ to, label, icon: Icon, end = false }) => (
          <NavLink key={to} to={to} end={end} className={STOP}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <span className="max-w-full truncate">{label}</span>
          </NavLink>
        ))}
        {all && (
          <button type="button" popovertarget={drawerId} className={STOP}>
            <Menu size={20} strokeWidth={1.75} aria-hidden />
            {t("common.more")}
          </button>
        )}
      </nav>
      {all && <NavDrawer id={drawerId} groups={groups} />}
    </>
  );
}

function NavDrawer({ id, groups }: { id: string; groups: readonly NavGroup[] }) {
  const { t } = useTexts();
  const { key } = useLocation();
  const drawer = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every arrival at a page closes it
  useEffect(() => {
    if (drawer.current?.matches(":popover-open")) drawer.current.hidePopover();
  }, [key]);
  return (
    <nav
      ref={drawer}
      id={id}
      popover="auto"
      aria-label={t("frame.menu")}
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-72 max-w-[85vw] overflow-y-auto bg-rail p-3 text-rail-ink shadow-floating backdrop:bg-black/50 lg:hidden"
    >
      <button
        type="button"
        popovertarget={id}
        popovertargetaction="hide"
        aria-label={t("common.close")}
        className="mb-2 ml-auto grid size-11 place-items-center rounded-md"
      >
        <X size={20} aria-hidden />
      </button>
      <NavList groups={groups} />
    </nav>
  );
}
