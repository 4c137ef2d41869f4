import { type Day, dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import {
  definitionOf,
  inForce,
  type SettingKey,
  type SettingOrigin,
  type SettingRow,
  unitOfSetting,
} from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { plain } from "./list-settings.server";

const ROWS = `SELECT s.key, s.scope::text AS scope, s.value, s."effectiveFrom"::text AS "effectiveFrom", s."recordedAt",
    u.name AS by
  FROM "Setting" s LEFT JOIN "User" u ON u.id = s."setById"
  WHERE s.key = ANY ($2) AND (s.scope = 'COMPANY' OR s."projectId" = $1
    OR s."branchId" = (SELECT "branchId" FROM "Project" WHERE id = $1))`;

/**
 * What holds at the caller's project today, since when and by whom; nothing for those who may not read settings.
 * With `agreed`: what held on that day, as it was on record at that moment.
 */
export async function settingOrigins(
  ctx: Ctx,
  keys: readonly SettingKey[],
  agreed: { on: Day; at: Date } | null = null,
): Promise<SettingOrigin[]> {
  if (keys.length === 0 || !may(ctx.permissions, "setting:read").ok) return [];
  const question = { name: "setting-origins", text: ROWS, values: [ctx.projectId, keys] };
  const { rows } = await pool.query<SettingRow & { by: string | null }>(question);
  const on = agreed?.on ?? dayIn(ctx.timeZone, ctx.now);
  const known = rows.filter(({ recordedAt }) => !agreed || recordedAt <= agreed.at);
  return keys.map((key) => {
    const row = inForce(known, key, on);
    return {
      key,
      value: row ? plain(row.value) : definitionOf(key).initial,
      unit: unitOfSetting(key),
      set: row && { scope: row.scope, since: row.effectiveFrom, by: row.by },
    };
  });
}
