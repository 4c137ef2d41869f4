import { z } from "zod";
import { fen, sumFen } from "~/domain/money";
import { mayAsk } from "~/domain/permission";
import { canAskFor, linesHold, type PriceLine } from "~/domain/price-list";
import { demand } from "~/domain/refusal";
import { requestApproval } from "~/features/approvals/request-approval.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { PriceList } from "~/platform/prisma/client";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockPriceList, movePriceList } from "./price-list-state.server";
import { unitsToPrice } from "./units-to-price.server";

export type RequestPriceList = {
  key: string;
  priceListId: string;
  version: number;
  reason: string;
  /** Takes effect as soon as it is approved, whatever time was drafted. */
  atOnce: boolean;
};

const requested = z.object({ priceListId: z.string(), approvalId: z.string() });

/** Asks the director for a drafted price list. From now on its lines stand as they are. */
export async function requestPriceList(ctx: Ctx, input: RequestPriceList): Promise<z.infer<typeof requested>> {
  demand(mayAsk(ctx.permissions, "price_list:request_approval"));
  return carryOut(ctx, submissionOf(ctx, "price_list:request_approval", input), requested, async (tx) => {
    const list = await lockPriceList(tx, ctx, input.priceListId, input.version);
    const effectiveAt = input.atOnce ? ctx.now : list.effectiveAt;
    demand(canAskFor(list.status, effectiveAt, ctx.now));
    const { lines, filedSum } = await demandSound(tx, ctx, list);
    await movePriceList(tx, ctx, list, { status: "SUBMITTED", action: "price_list.requested", effectiveAt });
    const { approvalId } = await requestApproval(tx, ctx, {
      kind: "PRICE_LIST",
      subject: `price_list:${list.id}`,
      chain: ["DIRECTOR"],
      reason: input.reason,
      facts: {
        number: `${list.name} (v${list.versionNo})`,
        units: lines.length,
        listFen: sumFen(lines.map((line) => line.list)),
        floorFen: sumFen(lines.map((line) => line.floor)),
        filedFen: filedSum,
      },
    });
    return { priceListId: list.id, approvalId };
  });
}

/** Every line as it would be offered, by the filed prices of now. */
export async function demandSound(tx: Tx, ctx: Ctx, list: Pick<PriceList, "id" | "phaseId">) {
  const units = await unitsToPrice(tx, ctx.projectId, list.phaseId);
  const lines = await linesOf(tx, list.id);
  demand(linesHold(units, lines, ctx.settings));
  const priced = new Set(lines.map(({ unitId }) => unitId));
  const filed = units.flatMap((unit) => (priced.has(unit.id) && unit.filed !== null ? [unit.filed] : []));
  return { lines, filedSum: sumFen(filed) };
}

export async function linesOf(tx: Tx, priceListId: string): Promise<PriceLine[]> {
  const stored = await tx.priceListLine.findMany({ where: { priceListId }, orderBy: { unitId: "asc" } });
  return stored.map(({ unitId, listFen, floorFen }) => ({ unitId, list: fen(listFen), floor: fen(floorFen) }));
}
