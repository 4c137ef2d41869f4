import type { Day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import {
  definitionOf,
  inForce,
  isSettingKey,
  SETTING_GROUPS,
  type SettingKey,
  type SettingScope,
} from "~/domain/setting";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { rowsAt, type SettingPlace } from "./setting-place.server";

export type SettingLine = {
  key: SettingKey;
  value: string | number;
  source: string;
  /** Where and since when the value holds; null while it is the catalogue's initial one. */
  set: { scope: SettingScope; since: Day; by: string | null } | null;
  /** A value that is set but does not count yet. */
  next: { value: string | number; from: Day } | null;
};

/** Every setting in force at a place on a day, by group. */
export async function listSettings(ctx: CompanyCtx, place: SettingPlace, on: Day) {
  const rows = await settingRows(ctx, place);
  const line = (key: SettingKey): SettingLine => {
    const current = inForce(rows, key, on);
    const later = rows
      .filter((row) => row.key === key && row.effectiveFrom > on)
      .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0];
    const definition = definitionOf(key);
    return {
      key,
      value: current ? plain(current.value) : definition.initial,
      source: current?.source ?? definition.source,
      set: current && { scope: current.scope, since: current.effectiveFrom, by: current.by },
      next: later ? { value: plain(later.value), from: later.effectiveFrom } : null,
    };
  };
  const { desk, money, costs, legal, messages } = SETTING_GROUPS;
  return {
    desk: desk.map(line),
    money: money.map(line),
    costs: costs.map(line),
    legal: legal.map(line),
    messages: messages.map(line),
  };
}

/** The rows that count at a place, with who set them, newest word first. */
export async function settingRows(
  ctx: Pick<CompanyCtx, "permissions">,
  place: SettingPlace,
  keys?: readonly SettingKey[],
) {
  demand(may(ctx.permissions, "setting:read"));
  const where = await rowsAt(place);
  if (!where) throw new Refused({ code: "not_found" });
  const found = await db.setting.findMany({
    where: { AND: [where, keys ? { key: { in: [...keys] } } : {}] },
    include: { branch: { select: { name: true } }, project: { select: { name: true } } },
    orderBy: [{ effectiveFrom: "desc" }, { recordedAt: "desc" }],
  });
  const setters = found.flatMap(({ setById }) => setById ?? []);
  const people = await db.user.findMany({ where: { id: { in: setters } }, select: { id: true, name: true } });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return found
    .filter((row) => isSettingKey(row.key))
    .map(({ id, key: its, scope, value, effectiveFrom, source, setById, recordedAt, branch, project }) => ({
      id,
      key: its,
      scope,
      value: value as unknown,
      effectiveFrom: dayOf(effectiveFrom),
      source,
      recordedAt,
      by: setById ? (nameOf.get(setById) ?? null) : null,
      place: (branch ?? project)?.name ?? null,
    }));
}

export function plain(value: unknown): string | number {
  return typeof value === "number" ? value : String(value);
}
