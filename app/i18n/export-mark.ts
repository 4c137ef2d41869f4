import type { Texts } from "./texts";

type Taker = { projectCode: string; actorName: string; now: Date };

/** What stands on a list that leaves the house: which list of which project, who took it and when. */
export function exportMark({ t, moment }: Texts, { projectCode, actorName, now }: Taker, title: string): string {
  return t("frame.exportMark", { title, project: projectCode, who: actorName, at: moment(now) });
}
