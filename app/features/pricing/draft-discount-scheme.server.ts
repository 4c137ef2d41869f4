import { z } from "zod";
import { mayAsk } from "~/domain/permission";
import { demand, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { withOwnName } from "./offer-state.server";
import type { NewDiscountLine, NewScheme } from "./scheme-form";

export type DraftDiscountScheme = { key: string } & NewScheme;

const drafted = z.object({ schemeId: z.string() });

/** Writes a discount scheme 折扣方案 as a draft. Nobody sells by it before it is published. */
export async function draftDiscountScheme(ctx: Ctx, input: DraftDiscountScheme): Promise<z.infer<typeof drafted>> {
  demand(mayAsk(ctx.permissions, "discount_scheme:publish"));
  return carryOut(ctx, submissionOf(ctx, "discount_scheme:draft", input), drafted, async (tx) => {
    const { name, validFrom, validUntil, lines } = input;
    demand(unless(lines.length > 0, "value_missing", { column: "lines" }));
    demand(unless(validUntil === null || validUntil >= validFrom, "date_past", { column: "validUntil" }));
    const id = newId();
    const scheme = { id, projectId: ctx.projectId, name: name.trim(), validFrom: dateOf(validFrom) };
    const until = validUntil ? dateOf(validUntil) : null;
    const by = { draftedById: ctx.actorId, createdAt: ctx.now };
    await withOwnName(tx.discountScheme.create({ data: { ...scheme, validUntil: until, ...by } }));
    await tx.discountLine.createMany({ data: lines.map((line, at) => ({ schemeId: id, ...storedLine(line, at) })) });
    await record(tx, ctx, {
      action: "discount_scheme.drafted",
      subject: `discount_scheme:${id}`,
      after: { name: scheme.name, validFrom, validUntil, lines: lines.length },
    });
    return { schemeId: id };
  });
}

function storedLine({ name, planKind, signWithin, ...effect }: NewDiscountLine, position: number) {
  const line = { position, name: name.trim(), kind: effect.kind, planKind, signWithin };
  switch (effect.kind) {
    case "MULTIPLY":
    case "POINTS":
      return { ...line, ppm: effect.ppm };
    case "TOTAL_OFF":
      return { ...line, amountFen: BigInt(effect.amount) };
    case "UNIT_OFF":
      return { ...line, unitCentifen: BigInt(effect.perSquareMetre) };
  }
}
