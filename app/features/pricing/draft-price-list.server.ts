import { z } from "zod";
import { may } from "~/domain/permission";
import type { PriceLine } from "~/domain/price-list";
import { demand, Refused, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { type PriceSource, planLines } from "./plan-lines";
import { lockPriceList } from "./price-list-state.server";
import { lockPhase, unitsToPrice } from "./units-to-price.server";

export type DraftPriceList = {
  key: string;
  phaseId: string;
  name: string;
  /** A moment (ISO, with its offset). */
  effectiveAt: string;
  source: PriceSource;
};
export type RedraftPriceList = Omit<DraftPriceList, "phaseId"> & { priceListId: string; version: number };

const drafted = z.object({ priceListId: z.string(), versionNo: z.number(), lines: z.number() });
export type DraftedPriceList = z.infer<typeof drafted>;

/** Writes a new version of a phase's prices, as a draft. Nothing on offer changes by it. */
export async function draftPriceList(ctx: Ctx, input: DraftPriceList): Promise<DraftedPriceList> {
  demand(may(ctx.permissions, "price_list:draft"));
  return carryOut(ctx, submissionOf(ctx, "price_list:draft", input), drafted, async (tx) => {
    await lockPhase(tx, ctx, input.phaseId);
    const lines = planLines(await unitsToPrice(tx, ctx.projectId, input.phaseId), input.source);
    demand(unless(lines.length > 0, "price_missing"));
    const { _max } = await tx.priceList.aggregate({ where: { phaseId: input.phaseId }, _max: { versionNo: true } });
    const list = { id: newId(), versionNo: (_max.versionNo ?? 0) + 1, name: input.name.trim() };
    await tx.priceList.create({
      data: {
        ...list,
        projectId: ctx.projectId,
        phaseId: input.phaseId,
        effectiveAt: new Date(input.effectiveAt),
        draftedById: ctx.actorId,
        createdAt: ctx.now,
      },
    });
    await writeLines(tx, ctx, list.id, lines);
    await record(tx, ctx, {
      action: "price_list.drafted",
      subject: `price_list:${list.id}`,
      after: { name: list.name, versionNo: list.versionNo, effectiveAt: input.effectiveAt, lines: lines.length },
    });
    return { priceListId: list.id, versionNo: list.versionNo, lines: lines.length };
  });
}

/** Writes a draft anew: name, time and every line. */
export async function redraftPriceList(ctx: Ctx, input: RedraftPriceList): Promise<DraftedPriceList> {
  demand(may(ctx.permissions, "price_list:draft"));
  return carryOut(ctx, submissionOf(ctx, "price_list:redraft", input), drafted, async (tx) => {
    const list = await lockPriceList(tx, ctx, input.priceListId, input.version);
    const params = { line: "price_list", action: "draft", state: list.status };
    if (list.status !== "DRAFT") throw new Refused({ code: "wrong_state", params });
    const lines = planLines(await unitsToPrice(tx, ctx.projectId, list.phaseId), input.source);
    demand(unless(lines.length > 0, "price_missing"));
    await tx.priceListLine.deleteMany({ where: { priceListId: list.id } });
    await writeLines(tx, ctx, list.id, lines);
    const data = { name: input.name.trim(), effectiveAt: new Date(input.effectiveAt) };
    await tx.priceList.update({ where: { id: list.id }, data: { ...data, version: { increment: 1 } } });
    await record(tx, ctx, {
      action: "price_list.redrafted",
      subject: `price_list:${list.id}`,
      before: { name: list.name, effectiveAt: list.effectiveAt.toISOString() },
      after: { name: data.name, effectiveAt: input.effectiveAt, lines: lines.length },
    });
    return { priceListId: list.id, versionNo: list.versionNo, lines: lines.length };
  });
}

async function writeLines(tx: Tx, ctx: Ctx, priceListId: string, lines: readonly PriceLine[]): Promise<void> {
  await tx.priceListLine.createMany({
    data: lines.map(({ unitId, list, floor }) => ({
      projectId: ctx.projectId,
      priceListId,
      unitId,
      listFen: BigInt(list),
      floorFen: BigInt(floor),
    })),
  });
}
