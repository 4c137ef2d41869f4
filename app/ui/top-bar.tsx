import type { ReactNode } from "react";
import { Brand } from "./brand";
import { ProjectSwitcher, type ProjectSwitcherProps } from "./project-switcher";
import { type SignedIn, UserMenu, type WingLink } from "./user-menu";

export type TopBarProps = {
  user: SignedIn;
  /** The wings this person may enter. */
  wings?: readonly WingLink[] | undefined;
  /** Search, live state, notices: what every page of the wing offers. */
  tools?: ReactNode;
  home: string;
  wing: string;
  project?: ProjectSwitcherProps | undefined;
};

/** Over every page of a wing: on a phone also mark and project, which the rail shows on a desk. */
export function TopBar({ user, wings, tools, home, wing, project }: TopBarProps) {
  return (
    <header data-no-print className="sticky top-0 z-20 border-b border-line bg-surface">
      <div className="flex h-13 items-center gap-2 pr-2 lg:px-6">
        <div className="-ml-1 lg:hidden">
          <Brand to={home} wing={wing} />
        </div>
        <div className="flex min-w-0 flex-1 items-center gap-3 max-lg:justify-end">{tools}</div>
        <UserMenu user={user} wings={wings} />
      </div>
      {project && (
        <div className="border-t border-line text-sm lg:hidden">
          <ProjectSwitcher {...project} />
        </div>
      )}
    </header>
  );
}
