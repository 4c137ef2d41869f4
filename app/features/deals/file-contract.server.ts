import { type Day, dayIn } from "~/domain/calendar";
import { canFile } from "~/domain/filing";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf } from "~/platform/db.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { touchDeal } from "./deal-stage.server";
import { indexDeal } from "./index-deal.server";

export type FileContract = DealInput & { number: string; on: Day };

/** 网签: the contract's number with the housing authority, within thirty days of the signature (a task reminds). */
export function fileContract(ctx: Ctx, input: FileContract): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "filing:file", async (tx, deal) => {
    const contract = await tx.contract.findUnique({ where: { dealId: deal.id } });
    const filing = await tx.filing.findUnique({ where: { dealId: deal.id } });
    const today = dayIn(ctx.timeZone, ctx.now);
    const signedOn = contract ? dayOf(contract.signedOn) : today;
    demand(canFile(deal.stage, filing?.state ?? "-", input, signedOn, today));
    const number = input.number.trim();
    try {
      await tx.filing.update({
        where: { dealId: deal.id },
        data: { state: "FILED", number, filedOn: dateOf(input.on), withdrawnOn: null },
      });
    } catch (error) {
      if (constraintOf(error) !== "Filing_number_key") throw error;
      throw new Refused({ code: "filing_number_used" });
    }
    await indexDeal(tx, ctx, deal.id);
    await touchDeal(tx, deal);
    await record(tx, ctx, {
      action: "filing.filed",
      subject: `deal:${deal.id}`,
      before: { state: filing?.state ?? null },
      after: { state: "FILED", number, on: input.on },
    });
    return deal.stage;
  });
}
