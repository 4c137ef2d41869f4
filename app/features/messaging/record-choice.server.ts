import { z } from "zod";
import type { MessageKind } from "~/domain/message";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { lockReached } from "~/features/customers/customer-reach.server";
import type { Ctx } from "~/platform/context.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockPerson, writeChoice } from "./write-choice.server";

export type RecordChoice = {
  key: string;
  customerId: string;
  kind: MessageKind | null;
  wanted: boolean;
  proof: string;
};

const answerSchema = z.object({ customerId: z.string() });

/** Staff write down what a customer told them about being written to, and how. Beyond one's reach: `not_found`. */
export async function recordChoice(ctx: Ctx, input: RecordChoice): Promise<{ customerId: string }> {
  demand(may(ctx.permissions, "message:send"));
  return carryOut(ctx, submissionOf(ctx, "message:record_choice", input), answerSchema, async (tx) => {
    const { customerId, kind, wanted, proof } = input;
    const { personId } = await lockReached(tx, ctx, customerId, "message:send");
    await lockPerson(tx, personId);
    await writeChoice(tx, ctx, { personId, kind, wanted, way: "STAFF", proof: proof.trim() });
    return { customerId };
  });
}
