import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { definitionOf, inForce, type SettingKey, type SettingOrigin } from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { plain, settingRows } from "./list-settings.server";

/** What holds at the caller's project today, since when and by whom; nothing for those who may not read settings. */
export async function settingOrigins(ctx: Ctx, keys: readonly SettingKey[]): Promise<SettingOrigin[]> {
  if (keys.length === 0 || !may(ctx.permissions, "setting:read").ok) return [];
  const rows = await settingRows(ctx, { scope: "PROJECT", id: ctx.projectId }, keys);
  const today = dayIn(ctx.timeZone, ctx.now);
  return keys.map((key) => {
    const row = inForce(rows, key, today);
    return {
      key,
      value: row ? plain(row.value) : definitionOf(key).initial,
      set: row && { scope: row.scope, since: row.effectiveFrom, by: row.by },
    };
  });
}
