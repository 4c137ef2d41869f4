import { withinFiled } from "~/domain/authority";
import { filedBand } from "~/domain/filed-band";
import { fen } from "~/domain/money";
import type { Verdict } from "~/domain/refusal";
import { canOffer, type ReleaseRule, type UnitToRelease } from "~/domain/release";
import { definitionOf, type GuardWarning, type SettingKey } from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";

type Row = {
  withoutPermit: boolean;
  mortgaged: boolean;
  eligible: boolean | null;
  filedFen: string | null;
  dealFen: string | null;
};

/**
 * What of the law is broken by live deals and let pass, because the project's settings warn where they could forbid.
 * Nobody may overlook it: every screen on which the deal goes further shows it.
 */
export async function guardWarnings(ctx: Ctx, dealIds: readonly string[]): Promise<GuardWarning[]> {
  const guards = ["permitGuard", "mortgagedUnitGuard", "eligibilityGuard", "filedPriceGuard"] as const;
  if (dealIds.length === 0 || guards.every((guard) => ctx.settings[guard] === "FORBID")) return [];
  const { rows } = await pool.query<Row>(
    `SELECT b.kind = 'PRESALE' AND u."permitId" IS NULL AS "withoutPermit",
       u.mortgaged AND u."bankConsentOn" IS NULL AS mortgaged, s.eligible, u."filedFen"::text, s."dealFen"::text
     FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" b ON b.id = u."buildingId"
       LEFT JOIN "Subscription" s ON s."dealId" = c."dealId"
     WHERE c."endedAt" IS NULL AND c."projectId" = $1 AND c."dealId" = ANY ($2)`,
    [ctx.projectId, dealIds],
  );
  const found = new Map<SettingKey, GuardWarning>();
  const warn = (setting: (typeof guards)[number], broken: boolean, refusal: GuardWarning["refusal"]) => {
    if (broken && ctx.settings[setting] === "WARN")
      found.set(setting, { setting, refusal, law: definitionOf(setting).source });
  };
  for (const row of rows) {
    warn("permitGuard", row.withoutPermit, { code: "permit_missing" });
    warn("mortgagedUnitGuard", row.mortgaged, { code: "unit_mortgaged" });
    warn("eligibilityGuard", row.eligible === false, { code: "not_eligible" });
    const filed = filedVerdict(ctx, row);
    if (!filed.ok) warn("filedPriceGuard", true, filed.refusal);
  }
  return [...found.values()];
}

/** The deal price within what was filed, judged as if the project forbade leaving it. */
function filedVerdict({ settings }: Ctx, { filedFen, dealFen }: Row): Verdict {
  if (filedFen === null || dealFen === null) return { ok: true };
  const { filed, filedLowest } = filedBand(fen(BigInt(filedFen)), { ...settings, filedPriceGuard: "FORBID" });
  return withinFiled(fen(BigInt(dealFen)), filed, filedLowest);
}

/** What of the law these units break where the project's settings warn and do not forbid; the first unit is named. */
export function offerWarnings(units: readonly UnitToRelease[], rule: ReleaseRule): GuardWarning[] {
  const broken = [
    { setting: "permitGuard" as const, found: units.find(({ presale, permitted }) => presale && !permitted) },
    { setting: "onePriceGuard" as const, found: units.find(({ filed }) => filed === null) },
    {
      setting: "filedPriceGuard" as const,
      found: units.find(({ list, filed }) => list !== null && filed !== null && list > filed),
    },
  ];
  return broken.flatMap(({ setting, found }) => {
    if (!found || rule[setting] === "FORBID") return [];
    const strict = { ...rule, [setting]: "FORBID" };
    const verdict = canOffer({ ...found, releaseState: "UNRELEASED", taken: false }, strict);
    return verdict.ok ? [] : [{ setting, refusal: verdict.refusal, law: definitionOf(setting).source }];
  });
}
