import { z } from "zod";
import { type Day, day } from "~/domain/calendar";
import type { LateFeeTerms } from "~/domain/late-fee";
import { ppm } from "~/domain/rate";
import { type SettingKey, type SettingRow, type Settings, settingsOn } from "~/domain/setting";

/** When a deal's late fee was agreed: with the contract, before it with the subscription. */
export type Agreed = { on: Day; at: Date };
/** The late fee of one deal. `agreed` null: nothing is signed, today's settings are shown. */
export type DealLateFee = LateFeeTerms & { agreed: Agreed | null };

const KEYS = ["lateFeeDailyPpm", "lateFeeGraceDays"] as const satisfies readonly SettingKey[];

// Of the deal `d`, as one value: what was signed when, and every setting of the late fee that was on record by then.
export const AGREED = `(SELECT json_build_object('on', a."on", 'at', a."at", 'rows', (
    SELECT coalesce(json_agg(json_build_object('key', s.key, 'scope', s.scope, 'value', s.value,
      'effectiveFrom', s."effectiveFrom", 'recordedAt', s."recordedAt")), '[]')
    FROM "Setting" s WHERE s.key IN (${KEYS.map((key) => `'${key}'`).join(", ")}) AND s."recordedAt" <= a."at"
      AND (s.scope = 'COMPANY' OR s."projectId" = p.id OR s."branchId" = p."branchId")))
  FROM "Project" p LEFT JOIN "Contract" k ON k."dealId" = d.id LEFT JOIN "Subscription" b ON b."dealId" = d.id
    CROSS JOIN LATERAL (SELECT coalesce(k."signedOn", (b."signedAt" AT TIME ZONE p."timeZone")::date) AS "on",
      coalesce(k."enteredAt", b."signedAt") AS "at") a
  WHERE p.id = d."projectId" AND a."at" IS NOT NULL)`;

const isoDay = z.string().transform((text) => day(text));
const moment = z.string().transform((text) => new Date(text));
export const agreedRow = z
  .object({
    on: isoDay,
    at: moment,
    rows: z.array(
      z.object({
        ...{ key: z.string(), scope: z.enum(["COMPANY", "BRANCH", "PROJECT"]), value: z.unknown() },
        ...{ effectiveFrom: isoDay, recordedAt: moment },
      }) satisfies z.ZodType<SettingRow>,
    ),
  })
  .nullable();

/**
 * The late fee that a deal owes by: as the settings had it on the day it was signed, which no later change touches (what
 * is agreed holds, 民法典 第465条); for a deal without a signature, as they have it today.
 */
export function lateFeeOf(found: z.infer<typeof agreedRow>, today: Settings): DealLateFee {
  const { lateFeeDailyPpm, lateFeeGraceDays } = found ? settingsOn(found.rows, found.on) : today;
  return {
    ...{ rate: ppm(lateFeeDailyPpm), later: null, graceDays: lateFeeGraceDays, stopsOn: null },
    agreed: found && { on: found.on, at: found.at },
  };
}
