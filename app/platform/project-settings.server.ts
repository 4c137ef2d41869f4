import { type Day, day } from "~/domain/calendar";
import { type Settings, settingsOn } from "~/domain/setting";
import type { Tx } from "./db.server";
import { dateOf, dayOf } from "./stored-day.server";

/**
 * The settings in force at a project on a day, for work that no caller's context carries them to: jobs. With `knownAt`:
 * as they were on record at that moment.
 */
export async function projectSettings(tx: Tx, projectId: string, on: Day, knownAt?: Date): Promise<Settings> {
  const { branchId } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { branchId: true } });
  const rows = await tx.setting.findMany({
    where: {
      OR: [{ scope: "COMPANY" }, { branchId }, { projectId }],
      effectiveFrom: { lte: dateOf(on) },
      ...(knownAt && { recordedAt: { lte: knownAt } }),
    },
  });
  return settingsOn(
    rows.map((row) => ({ ...row, effectiveFrom: day(dayOf(row.effectiveFrom)) })),
    on,
  );
}
