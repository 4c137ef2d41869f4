import { type Fen, fen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand, type Refusal, Refused } from "~/domain/refusal";
import { batchHolds, canOffer, type ReleaseBatchStatus } from "~/domain/release";
import type { GuardWarning } from "~/domain/setting";
import { canMove } from "~/domain/transition";
import { findOpenSlip } from "~/features/approvals/find-open-slip.server";
import { getSentBack, type SentBack } from "~/features/approvals/get-sent-back.server";
import type { Ctx } from "~/platform/context.server";
import { db, pool } from "~/platform/db.server";
import { offerWarnings } from "./guard-warnings.server";
import { unitsOfBatch } from "./release-batch-state.server";
import type { BatchUnit } from "./units-to-release.server";

export type BatchRow = {
  id: string;
  name: string;
  status: ReleaseBatchStatus;
  opensAt: Date;
  releasedAt: Date | null;
  draftedBy: string;
  /** A draft that was asked for and answered with a no. */
  sentBack: boolean;
  units: number;
  total: Fen;
};

const BATCHES = `SELECT b.id, b.name, b.status::text AS status, b."opensAt", b."releasedAt", o.name AS "draftedBy",
    b.status = 'DRAFT' AND coalesce((SELECT a.status = 'REJECTED' FROM "Approval" a
      WHERE a."projectId" = b."projectId" AND a.subject = 'release_batch:' || b.id
      ORDER BY a."requestedAt" DESC, a.id DESC LIMIT 1), false) AS "sentBack",
    count(x."unitId")::int AS units, coalesce(sum(u."listFen"), 0)::text AS total
  FROM "ReleaseBatch" b JOIN "User" o ON o.id = b."draftedById" LEFT JOIN "ReleaseBatchUnit" x ON x."batchId" = b.id
    LEFT JOIN "Unit" u ON u.id = x."unitId"
  WHERE b."projectId" = $1 GROUP BY b.id, o.name ORDER BY b."opensAt" DESC, b.id DESC`;

/** Every release batch of the project, the latest opening first. */
export async function listReleaseBatches(ctx: Ctx): Promise<BatchRow[]> {
  demand(may(ctx.permissions, "release_batch:read"));
  const { rows } = await pool.query<BatchRow & { total: string }>(BATCHES, [ctx.projectId]);
  return rows.map((row) => ({ ...row, total: fen(Number(row.total)) }));
}

export type BatchDetail = {
  id: string;
  name: string;
  status: ReleaseBatchStatus;
  opensAt: Date;
  releasedAt: Date | null;
  version: number;
  units: (BatchUnit & { problem: Refusal | null })[];
  problems: number;
  /** What of the law it breaks where the settings warn and do not forbid. */
  warnings: GuardWarning[];
  withoutPermit: number;
  approvalId: string | null;
  /** Why a draft is one again. */
  sentBack: SentBack | null;
  /** May every unit go through the next step now? */
  sound: boolean;
};

/** A batch with its units, each with what keeps it from being released, if anything. */
export async function getReleaseBatch(ctx: Ctx, batchId: string): Promise<BatchDetail> {
  demand(may(ctx.permissions, "release_batch:read"));
  const batch = await db.releaseBatch.findFirst({ where: { id: batchId, projectId: ctx.projectId } });
  if (!batch) throw new Refused({ code: "not_found" });
  const over = batch.status === "RELEASED" || batch.status === "CANCELLED";
  const [found, approvalId, sentBack] = await Promise.all([
    unitsOfBatch(db, batch),
    findOpenSlip(ctx, `release_batch:${batchId}`),
    batch.status === "DRAFT" ? getSentBack(ctx, `release_batch:${batchId}`) : null,
  ]);
  const units = found.map((unit) => {
    const verdict = canOffer(unit, ctx.settings);
    return { ...unit, problem: over || verdict.ok ? null : verdict.refusal };
  });
  const action = canMove("release_batch", "release", batch.status).ok ? "release" : "request_release";
  const { id, name, status, opensAt, releasedAt, version } = batch;
  return {
    ...{ id, name, status, opensAt, releasedAt, version, units },
    problems: units.filter(({ problem }) => problem).length,
    warnings: over ? [] : offerWarnings(found, ctx.settings),
    withoutPermit: over ? 0 : units.filter(({ presale, permitted }) => presale && !permitted).length,
    approvalId,
    sentBack,
    sound: batchHolds({ action, status }, found, ctx.settings).ok,
  };
}
