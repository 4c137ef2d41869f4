import { Building2, ChartNoAxesCombined, House, type LucideIcon, Server } from "lucide-react";
import type { ReactNode } from "react";
import type { Role } from "~/domain/permission";
import { useTexts } from "~/i18n/use-texts";
import type { NavGroup } from "./nav";
import { navOf, type Wing } from "./navigation";
import { PageFrame } from "./page-frame";

type Project = { id: string; code: string; name: string };

type WingFrameProps = {
  wing: Wing;
  frame: { user: { name: string; role: Role | null }; places: readonly string[]; wings: readonly Wing[] };
  /** Set in the wings that stand on one project. */
  project?: { current: Project; all: readonly Project[] };
  tools?: ReactNode;
  children: ReactNode;
};

const WING_ICONS: Record<Wing, LucideIcon> = {
  onsite: Building2,
  management: ChartNoAxesCombined,
  portal: House,
  system: Server,
};

/** The frame of one of the four wings, with what its reader may open. */
export function WingFrame({ wing, frame: { user, places, wings }, project, tools, children }: WingFrameProps) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const base = project ? `/${wing}/${project.current.code}` : `/${wing}`;
  const others = wings.map((one) => ({
    to: wingAddress(one, project?.current.code),
    label: t(`frame.${one}`),
    icon: WING_ICONS[one],
  }));
  const ways: NavGroup[] = others.length > 0 ? [{ label: t("frame.wings"), entries: others }] : [];
  return (
    <PageFrame
      wing={t(`frame.${wing}`)}
      home={base}
      nav={[...navOf(wing, places, base, texts), ...ways]}
      user={{ name: user.name, role: user.role ? enumLabel("role", user.role) : "" }}
      wings={others}
      project={
        project && {
          current: project.current,
          projects: project.all.map(({ id, code, name }) => ({ id, name, to: `/${wing}/${code}` })),
        }
      }
      tools={tools}
    >
      {children}
    </PageFrame>
  );
}

/** The other wing, on the same project where it stands on one. */
function wingAddress(wing: Wing, code: string | undefined): string {
  return code && (wing === "onsite" || wing === "management") ? `/${wing}/${code}` : `/${wing}`;
}
