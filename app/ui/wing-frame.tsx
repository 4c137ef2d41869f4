import type { ReactNode } from "react";
import type { Role } from "~/domain/permission";
import { useTexts } from "~/i18n/use-texts";
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

/** The frame of one of the four wings, with what its reader may open. */
export function WingFrame({ wing, frame: { user, places, wings }, project, tools, children }: WingFrameProps) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const base = project ? `/${wing}/${project.current.code}` : `/${wing}`;
  return (
    <PageFrame
      wing={t(`frame.${wing}`)}
      home={base}
      nav={navOf(wing, places, base, texts)}
      user={{ name: user.name, role: user.role ? enumLabel("role", user.role) : "" }}
      wings={wings.map((one) => ({ to: wingAddress(one, project?.current.code), label: t(`frame.${one}`) }))}
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
