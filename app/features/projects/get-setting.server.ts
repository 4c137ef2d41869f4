import type { Day } from "~/domain/calendar";
import { definitionOf, inForce, type SettingKey } from "~/domain/setting";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { plain, settingRows } from "./list-settings.server";
import type { SettingPlace } from "./setting-place.server";

/** One setting at a place: what holds today, what has been set, and whom a new value would concern. */
export async function getSetting(ctx: CompanyCtx, key: SettingKey, place: SettingPlace, today: Day) {
  const rows = await settingRows(ctx, place, [key]);
  const current = inForce(rows, key, today);
  const definition = definitionOf(key);
  return {
    key,
    definition,
    value: current ? plain(current.value) : definition.initial,
    currentId: current?.id ?? null,
    history: rows.map((row) => ({ ...row, value: plain(row.value) })),
    concerns: await concerned(key, place),
  };
}

/** Projects for which no narrower place says otherwise, and their deals under way. */
async function concerned(key: SettingKey, { scope, id }: SettingPlace): Promise<{ projects: number; deals: number }> {
  const own = { settings: { none: { key } } };
  const where = {
    COMPANY: { ...own, branch: own },
    BRANCH: { ...own, branchId: id ?? "" },
    PROJECT: { id: id ?? "" },
  }[scope];
  const projects = await db.project.findMany({ where: { ...where, archivedAt: null }, select: { id: true } });
  const deals = await db.deal.count({ where: { projectId: { in: projects.map((one) => one.id) }, endedAt: null } });
  return { projects: projects.length, deals };
}
