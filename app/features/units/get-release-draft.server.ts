import { wallClockIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, type Refusal, Refused } from "~/domain/refusal";
import { canOffer, canPick } from "~/domain/release";
import { getSentBack, type SentBack } from "~/features/approvals/get-sent-back.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { type ChoosableUnit, listChoosable } from "./list-choosable.server";
import { unitsOfBatch } from "./release-batch-state.server";

/** A unit of the draft. `kept`: it can stay; one that was released or sold elsewhere meanwhile cannot. */
export type DraftUnit = ChoosableUnit & { kept: boolean };

export type ReleaseDraftNow = {
  id: string;
  name: string;
  /** As the wall clock of the project shows it. */
  opensAt: string;
  version: number;
  units: DraftUnit[];
  /** Further units that fit the filter. */
  others: ChoosableUnit[];
  sentBack: SentBack | null;
};

/** A draft as it is put together anew. `wrong_state` once it was asked for or given up. */
export async function getReleaseDraft(ctx: Ctx, batchId: string, query: URLSearchParams): Promise<ReleaseDraftNow> {
  demand(may(ctx.permissions, "release_batch:draft"));
  const batch = await db.releaseBatch.findFirst({ where: { id: batchId, projectId: ctx.projectId } });
  if (!batch) throw new Refused({ code: "not_found" });
  const params = { line: "release_batch", action: "draft", state: batch.status };
  if (batch.status !== "DRAFT") throw new Refused({ code: "wrong_state", params });
  const [found, choosable, sentBack] = await Promise.all([
    unitsOfBatch(db, batch),
    listChoosable(ctx, query, batch.opensAt),
    getSentBack(ctx, `release_batch:${batchId}`),
  ]);
  const units = found.map((unit) => ({ ...unit, kept: canPick(unit).ok, problem: problemOf(unit, ctx) }));
  const inBatch = new Set(units.map(({ id }) => id));
  return {
    ...{ id: batch.id, name: batch.name, version: batch.version, units, sentBack },
    opensAt: wallClockIn(ctx.timeZone, batch.opensAt),
    others: choosable.filter(({ id }) => !inBatch.has(id)),
  };
}

function problemOf(unit: Parameters<typeof canOffer>[0], ctx: Ctx): Refusal | null {
  const verdict = canOffer(unit, ctx.settings);
  return verdict.ok ? null : verdict.refusal;
}
