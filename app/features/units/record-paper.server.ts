import type { Ctx } from "~/platform/context.server";
import { flagUnit } from "./flag-unit.server";
import { unitByLabel } from "./get-project-papers.server";
import type { ProjectPaper } from "./project-papers-form";
import { recordMilestone } from "./record-milestone.server";
import { recordPermit } from "./record-permit.server";

/** Records whatever the form holds. */
export async function recordPaper(ctx: Ctx, paper: ProjectPaper): Promise<void> {
  if (paper.paper === "permit") {
    const { paper: _paper, ...permit } = paper;
    await recordPermit(ctx, permit);
  } else if (paper.paper === "milestone") {
    const { paper: _paper, ...milestone } = paper;
    await recordMilestone(ctx, milestone);
  } else {
    const { id: unitId, version } = await unitByLabel(ctx, paper.label);
    const { key, bankConsentOn } = paper;
    const flags = { mortgaged: paper.mortgaged === "on", sealed: paper.sealed === "on", bankConsentOn };
    await flagUnit(ctx, { key, unitId, version, ...flags });
  }
}
