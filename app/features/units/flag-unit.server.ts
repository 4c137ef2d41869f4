import { z } from "zod";
import type { Day } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { announce, boardTopic } from "~/platform/live.server";
import { dateOf, maybeDayOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockUnit } from "./lock-unit.server";

export type FlagUnit = {
  key: string;
  unitId: string;
  version: number;
  /** The developer has mortgaged it 抵押. */
  mortgaged: boolean;
  /** The bank's consent to its sale, where it is mortgaged. */
  bankConsentOn: Day | null;
  /** A court has sealed it 查封. */
  sealed: boolean;
};

const flagged = z.object({ unitId: z.string() });

/** Records what lies on a unit: mortgage, the bank's consent, a court's seal. */
export async function flagUnit(ctx: Ctx, input: FlagUnit): Promise<z.infer<typeof flagged>> {
  demand(may(ctx.permissions, "project:record_papers"));
  const answer = await carryOut(ctx, submissionOf(ctx, "project:flag_unit", input), flagged, async (tx) => {
    await lockUnit(tx, ctx, input.unitId, input.version);
    const { mortgaged, sealed } = input;
    const bankConsentOn = mortgaged ? input.bankConsentOn : null;
    const before = await tx.unit.findUniqueOrThrow({ where: { id: input.unitId } });
    const day = bankConsentOn && dateOf(bankConsentOn);
    await tx.unit.update({
      where: { id: input.unitId },
      data: { mortgaged, sealed, bankConsentOn: day, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      action: "unit.flagged",
      subject: `unit:${input.unitId}`,
      before: {
        mortgaged: before.mortgaged,
        sealed: before.sealed,
        bankConsentOn: maybeDayOf(before.bankConsentOn),
      },
      after: { mortgaged, sealed, bankConsentOn },
    });
    return { unitId: input.unitId };
  });
  announce(boardTopic(ctx.projectId));
  return answer;
}
