import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Refusal } from "~/domain/refusal";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { liftWithholding } from "./lift-withholding.server";
import { withholdUnit } from "./withhold-unit.server";
import { withholdUnitForm } from "./withhold-unit-form";

const liftForm = withholdUnitForm.pick({ key: true, version: true });

export type UnitActionAnswer = { ok: true } | { ok: false; form: SubmissionResult<string[]>; refusal: Refusal | null };

type Act = (ctx: Ctx, unitId: string, sent: FormData) => Promise<UnitActionAnswer>;

const ACTIONS = {
  withhold: act(withholdUnitForm, withholdUnit),
  lift: act(liftForm, liftWithholding),
} as const satisfies Record<string, Act>;

export type UnitAction = keyof typeof ACTIONS;

export function isUnitAction(name: unknown): name is UnitAction {
  return typeof name === "string" && Object.hasOwn(ACTIONS, name);
}

/** Carries out what a form in the unit's drawer asks for. */
export function runUnitAction(ctx: Ctx, name: UnitAction, unitId: string, sent: FormData): Promise<UnitActionAnswer> {
  return ACTIONS[name](ctx, unitId, sent);
}

function act<Form extends z.ZodType<object>>(
  schema: Form,
  command: (ctx: Ctx, input: z.output<Form> & { unitId: string }) => Promise<unknown>,
): Act {
  return async (ctx, unitId, sent) => {
    const form = parseWithZod(sent, { schema });
    if (form.status !== "success") return { ok: false, form: form.reply(), refusal: null };
    const outcome = await attempt(command(ctx, { ...form.value, unitId }));
    return outcome.ok ? { ok: true } : { ok: false, form: form.reply(), refusal: outcome.refusal };
  };
}
