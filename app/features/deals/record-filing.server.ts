import { type Day, dayIn } from "~/domain/calendar";
import { canRecordFiling } from "~/domain/filing";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf } from "~/platform/db.server";
import { dateOf, maybeDayOf } from "~/platform/stored-day.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { touchDeal } from "./deal-stage.server";
import { indexDeal } from "./index-deal.server";

export type RecordFiling = DealInput & { number: string; on: Day };

/** 备案: the number under which the authority has put the filed contract on record. */
export function recordFiling(ctx: Ctx, input: RecordFiling): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "filing:record", async (tx, deal) => {
    const filing = await tx.filing.findUnique({ where: { dealId: deal.id } });
    const today = dayIn(ctx.timeZone, ctx.now);
    const filedOn = maybeDayOf(filing?.filedOn ?? null) ?? today;
    demand(canRecordFiling(deal.stage, filing?.state ?? "-", input, filedOn, today));
    const recordNumber = input.number.trim();
    try {
      await tx.filing.update({
        where: { dealId: deal.id },
        data: { state: "RECORDED", recordNumber, recordedOn: dateOf(input.on) },
      });
    } catch (error) {
      if (constraintOf(error) !== "Filing_recordNumber_key") throw error;
      throw new Refused({ code: "filing_number_used" });
    }
    await indexDeal(tx, ctx, deal.id);
    await touchDeal(tx, deal);
    await record(tx, ctx, {
      action: "filing.recorded",
      subject: `deal:${deal.id}`,
      before: { state: filing?.state ?? null },
      after: { state: "RECORDED", recordNumber, on: input.on },
    });
    return deal.stage;
  });
}
