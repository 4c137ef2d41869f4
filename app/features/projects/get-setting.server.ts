import { businessDay, type Day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { definitionOf, inForce, maySet, readSetting, type SettingKey } from "~/domain/setting";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { plain, settingRows } from "./list-settings.server";
import type { SetSetting } from "./set-setting.server";
import { type SettingEffect, settingEffects } from "./setting-effects.server";
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

export type Preview = {
  before: string | number;
  after: string | number;
  from: Day;
  /** Whom it concerns, by name, and those that keep a value of their own. */
  projects: string[];
  apart: string[];
  effects: SettingEffect[];
};

/** What a new value would do, before it is set. Refuses as `setSetting` would. */
export async function previewSetting(
  ctx: CompanyCtx,
  { setting, place, value: typed, from }: Pick<SetSetting, "setting" | "place" | "value" | "from">,
): Promise<Preview> {
  demand(may(ctx.permissions, "setting:change"));
  const after = readSetting(setting, typed);
  if (after === null) throw new Refused({ code: "value_invalid" });
  demand(maySet(setting, after, from, businessDay(ctx.now)));
  const current = inForce(await settingRows(ctx, place, [setting]), setting, from);
  const before = current ? plain(current.value) : definitionOf(setting).initial;
  const { inside, apart } = await concernedProjects(setting, place);
  const projectIds = inside.map(({ id }) => id);
  const effects = await settingEffects({ key: setting, projectIds, before, after, from, now: ctx.now });
  return { before, after, from, projects: inside.map(({ name }) => name), apart, effects };
}

/** Projects for which no narrower place says otherwise, and their deals under way. */
async function concerned(key: SettingKey, place: SettingPlace): Promise<{ projects: number; deals: number }> {
  const { inside } = await concernedProjects(key, place);
  const deals = await db.deal.count({ where: { projectId: { in: inside.map(({ id }) => id) }, endedAt: null } });
  return { projects: inside.length, deals };
}

async function concernedProjects(key: SettingKey, { scope, id }: SettingPlace) {
  const within = { COMPANY: {}, BRANCH: { branchId: id ?? "" }, PROJECT: { id: id ?? "" } }[scope];
  const rows = await db.project.findMany({
    where: { ...within, archivedAt: null },
    select: {
      id: true,
      name: true,
      _count: { select: { settings: { where: { key } } } },
      branch: { select: { _count: { select: { settings: { where: { key } } } } } },
    },
    orderBy: { name: "asc" },
  });
  const own = ({ _count, branch }: (typeof rows)[number]) =>
    scope !== "PROJECT" && (_count.settings > 0 || (scope === "COMPANY" && branch._count.settings > 0));
  return { inside: rows.filter((row) => !own(row)), apart: rows.filter(own).map(({ name }) => name) };
}
