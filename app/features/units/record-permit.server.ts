import { z } from "zod";
import type { Day } from "~/domain/calendar";
import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";

export type RecordPermit = {
  key: string;
  number: string;
  issuedOn: Day;
  supervisedAccountId: string;
  /** Buildings whose homes without a permit come into its scope. */
  buildingIds: readonly string[];
};

const recorded = z.object({ permitId: z.string(), units: z.number() });

/** Puts a presale permit 预售许可证 on record, with the buildings in its scope and the account its money goes to. */
export async function recordPermit(ctx: Ctx, input: RecordPermit): Promise<z.infer<typeof recorded>> {
  demand(may(ctx.permissions, "project:record_papers"));
  demand(unless(input.issuedOn <= dayIn(ctx.timeZone, ctx.now), "date_future", { column: "issuedOn" }));
  return carryOut(ctx, submissionOf(ctx, "project:record_permit", input), recorded, async (tx) => {
    await demandSupervised(tx, ctx, input.supervisedAccountId);
    const permit = { id: newId(), projectId: ctx.projectId, number: input.number.trim() };
    await withOwnNumber(
      tx.permit.create({
        data: { ...permit, issuedOn: dateOf(input.issuedOn), supervisedAccountId: input.supervisedAccountId },
      }),
    );
    const { count } = await tx.unit.updateMany({
      where: { projectId: ctx.projectId, permitId: null, buildingId: { in: [...input.buildingIds] } },
      data: { permitId: permit.id, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      action: "permit.recorded",
      subject: `permit:${permit.id}`,
      after: { number: permit.number, issuedOn: input.issuedOn, units: count },
    });
    return { permitId: permit.id, units: count };
  });
}

/** The account is supervised, and belongs to a seller of this project. */
async function demandSupervised(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const seller = { phases: { some: { projectId: ctx.projectId } } };
  const account = await tx.sellerAccount.findFirst({ where: { id, kind: "SUPERVISED", seller } });
  if (!account) throw new Refused({ code: "not_found" });
}

async function withOwnNumber<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (constraintOf(error) !== "Permit_number_key") throw error;
    throw new Refused({ code: "value_duplicate", params: { column: "number" } });
  }
}
