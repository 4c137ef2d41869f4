import { type Day, startOfDayIn } from "~/domain/calendar";
import type { SettingKey } from "~/domain/setting";
import type { SettingEffectName } from "~/domain/settings/effect";
import { pool } from "~/platform/db.server";
import { EFFECTS, effectsOf } from "./setting-effect-queries";

export type SettingEffect = { name: SettingEffectName; count: number };

export type Change = {
  key: SettingKey;
  /** The projects for which no narrower place says otherwise. */
  projectIds: readonly string[];
  before: string | number;
  after: string | number;
  from: Day;
  now: Date;
};

/** What of the work under way a new value would touch, and what keeps what it has; nothing for what concerns nobody. */
export async function settingEffects(change: Change): Promise<SettingEffect[]> {
  const { key, projectIds, before, after, from, now } = change;
  const begins = startOfDayIn("Asia/Shanghai", from);
  const figures = { after, before, from, now, begins: new Date(Math.max(begins.getTime(), now.getTime())) };
  const found = await Promise.all(
    effectsOf(key).map(async (name) => {
      const { sql, params } = EFFECTS[name];
      const values = [projectIds, ...params.map((param) => figures[param])];
      const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${sql}) x`, values);
      return { name, count: rows[0]?.count ?? 0 };
    }),
  );
  return found.filter(({ count }) => count > 0);
}
