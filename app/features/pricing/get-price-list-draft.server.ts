import { wallClockIn } from "~/domain/calendar";
import { yuanFromFen } from "~/domain/money";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { getSentBack, type SentBack } from "~/features/approvals/get-sent-back.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { linesOf } from "./request-price-list.server";
import { unitsToPrice } from "./units-to-price.server";

export type PriceListDraftNow = {
  id: string;
  name: string;
  phaseName: string;
  /** As the wall clock of the project shows it. */
  effectiveAt: string;
  version: number;
  /** Every line as it stands, in the form in which a grid is pasted. */
  grid: string;
  sentBack: SentBack | null;
};

/** A draft as it is written anew, every price in it. `wrong_state` once it was asked for or given up. */
export async function getPriceListDraft(ctx: Ctx, id: string): Promise<PriceListDraftNow> {
  demand(may(ctx.permissions, "price_list:draft"));
  demand(may(ctx.permissions, "price_list:read_floor"));
  const list = await db.priceList.findFirst({ where: { id, projectId: ctx.projectId }, include: { phase: true } });
  if (!list) throw new Refused({ code: "not_found" });
  const params = { line: "price_list", action: "draft", state: list.status };
  if (list.status !== "DRAFT") throw new Refused({ code: "wrong_state", params });
  const { name, phaseId, version } = list;
  return {
    ...{ id, name, version, phaseName: list.phase.name },
    effectiveAt: wallClockIn(ctx.timeZone, list.effectiveAt),
    grid: await gridOf(ctx, id, phaseId),
    sentBack: await getSentBack(ctx, `price_list:${id}`),
  };
}

/** Unit, list price, floor price, one line each in the order of the board; a name that repeats carries its building. */
async function gridOf(ctx: Ctx, priceListId: string, phaseId: string): Promise<string> {
  const [units, lines] = await Promise.all([unitsToPrice(db, ctx.projectId, phaseId), linesOf(db, priceListId)]);
  const prices = new Map(lines.map((line) => [line.unitId, line] as const));
  const named = new Map<string, number>();
  for (const { label } of units) named.set(label, (named.get(label) ?? 0) + 1);
  const rows = units.flatMap(({ id, label, buildingName }) => {
    const price = prices.get(id);
    if (!price) return [];
    const unit = named.get(label) === 1 ? label : `${buildingName}${label}`;
    return [[unit, yuanFromFen(price.list), yuanFromFen(price.floor)].join("\t")];
  });
  return rows.join("\n");
}
