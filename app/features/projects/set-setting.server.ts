import { z } from "zod";
import { businessDay, type Day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { inForce, maySet, readSetting, type SettingKey } from "~/domain/setting";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { settingRows } from "./list-settings.server";
import { rowsAt, type SettingPlace } from "./setting-place.server";

export type SetSetting = {
  key: string;
  setting: SettingKey;
  place: SettingPlace;
  /** As typed: a rate in percent, a count as a whole number, a choice by its name. */
  value: string;
  from: Day;
  source: string;
};

const done = z.object({ settingId: z.string() });

/** Sets a value from a day on, with its source, at a place. The rows before it stay, so that every past day is known. */
export async function setSetting(ctx: CompanyCtx, input: SetSetting): Promise<{ settingId: string }> {
  demand(may(ctx.permissions, "setting:change"));
  const { setting, place, from, source } = input;
  const value = readSetting(setting, input.value);
  if (value === null) throw new Refused({ code: "value_invalid" });
  demand(maySet(setting, value, from, businessDay(ctx.now)));
  if (!(await rowsAt(place))) throw new Refused({ code: "not_found" });
  const before = inForce(await settingRows(ctx, place, [setting]), setting, from)?.value;
  const sent = { ...input, place: `${place.scope}:${place.id}` };
  return carryOut(ctx, submissionOf(ctx, "setting:change", sent), done, async (tx) => {
    const row = await tx.setting.create({
      data: {
        key: setting,
        scope: place.scope,
        branchId: place.scope === "BRANCH" ? place.id : null,
        projectId: place.scope === "PROJECT" ? place.id : null,
        value,
        effectiveFrom: dateOf(from),
        source,
        setById: ctx.actorId,
        recordedAt: ctx.now,
      },
    });
    await record(tx, place.scope === "PROJECT" ? { ...ctx, projectId: place.id } : ctx, {
      action: "setting.changed",
      subject: `setting:${setting}`,
      ...(before === undefined ? {} : { before: { value: String(before) } }),
      after: { value, from, place: sent.place },
      reason: source,
    });
    return { settingId: row.id };
  });
}
