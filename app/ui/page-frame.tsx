import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { BottomBar } from "./bottom-bar";
import { Brand } from "./brand";
import type { NavGroup } from "./nav";
import { NavList } from "./nav-list";
import { ProjectSwitcher, type ProjectSwitcherProps } from "./project-switcher";
import { SkipLink } from "./skip-link";
import { TopBar, type TopBarProps } from "./top-bar";

type PageFrameProps = Pick<TopBarProps, "user" | "wings" | "tools"> & {
  /** The wing's name, shown beside the mark. */
  wing: string;
  /** Where the mark leads: the wing's first page. */
  home: string;
  /** What this person may open here; the first four entries are the phone's bottom bar. */
  nav: readonly NavGroup[];
  project?: ProjectSwitcherProps | undefined;
  children: ReactNode;
};

/** The frame of a wing: a rail on a desk, a bar under the thumb on a phone, the page in `<main>`. */
export function PageFrame({ wing, home, nav, project, user, wings, tools, children }: PageFrameProps) {
  const { t } = useTexts();
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[13rem_minmax(0,1fr)]">
      <SkipLink />
      <aside
        data-no-print
        className="hidden bg-rail text-rail-ink lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto"
      >
        <Brand to={home} wing={wing} />
        {project && <ProjectSwitcher {...project} />}
        <nav aria-label={t("frame.navigation")} className="flex-1 px-2 py-3">
          <NavList groups={nav} />
        </nav>
      </aside>
      <div className="flex min-w-0 flex-col max-lg:pb-16">
        <TopBar user={user} wings={wings} tools={tools} home={home} wing={wing} project={project} />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-4 p-4 outline-none lg:px-6 lg:py-5">
          {children}
        </main>
      </div>
      <BottomBar groups={nav} />
    </div>
  );
}
