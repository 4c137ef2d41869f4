import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Refusal } from "~/domain/refusal";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { cancelHold } from "./cancel-hold.server";
import type { ChangedDeal } from "./change-deal.server";
import { confirmUnit } from "./confirm-unit.server";
import { dealForm } from "./deal-form";
import { endHoldForm } from "./end-hold-form";
import { extendHold } from "./extend-hold.server";
import { extendHoldForm } from "./extend-hold-form";
import { extendSignBy } from "./extend-sign-by.server";
import { extendSignByForm } from "./extend-sign-by-form";
import { fileContract } from "./file-contract.server";
import { fileContractForm } from "./file-contract-form";
import { recordFiling } from "./record-filing.server";
import { releaseHold } from "./release-hold.server";
import { signSubscription } from "./sign-subscription.server";

export type DealActionAnswer = { ok: true } | { ok: false; form: SubmissionResult<string[]>; refusal: Refusal | null };

type Act = (ctx: Ctx, sent: FormData) => Promise<DealActionAnswer>;

const ACTIONS = {
  confirm: act(dealForm, confirmUnit),
  sign: act(dealForm, signSubscription),
  release: act(endHoldForm, releaseHold),
  cancel: act(endHoldForm, cancelHold),
  extend: act(extendHoldForm, extendHold),
  extendSignBy: act(extendSignByForm, extendSignBy),
  file: act(fileContractForm, fileContract),
  record: act(fileContractForm, recordFiling),
} as const satisfies Record<string, Act>;

export type DealAction = keyof typeof ACTIONS;

export function isDealAction(name: unknown): name is DealAction {
  return typeof name === "string" && Object.hasOwn(ACTIONS, name);
}

/** Carries out what a form on the deal's page asks for. */
export function runDealAction(ctx: Ctx, name: DealAction, sent: FormData): Promise<DealActionAnswer> {
  return ACTIONS[name](ctx, sent);
}

function act<Form extends z.ZodType>(
  schema: Form,
  command: (ctx: Ctx, input: z.output<Form>) => Promise<ChangedDeal>,
): Act {
  return async (ctx, sent) => {
    const form = parseWithZod(sent, { schema });
    if (form.status !== "success") return { ok: false, form: form.reply(), refusal: null };
    const outcome = await attempt(command(ctx, form.value));
    return outcome.ok ? { ok: true } : { ok: false, form: form.reply(), refusal: outcome.refusal };
  };
}
