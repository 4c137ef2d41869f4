import { may, mayAsk } from "~/domain/permission";
import { canMove } from "~/domain/transition";
import type { Ctx } from "~/platform/context.server";
import type { PriceListDetail } from "./get-price-list.server";
import type { PriceListStep } from "./price-list-step-form";
import { requestPriceList } from "./request-price-list.server";
import { revokePriceList, withdrawPriceList } from "./withdraw-price-list.server";

/** Takes the step that a form names. */
export async function stepPriceList(ctx: Ctx, priceListId: string, form: PriceListStep): Promise<void> {
  const at = { key: form.key, priceListId, version: form.version };
  if (form.step === "request") {
    await requestPriceList(ctx, { ...at, reason: form.reason, atOnce: form.atOnce === "on" });
  } else if (form.step === "withdraw") await withdrawPriceList(ctx, at);
  else await revokePriceList(ctx, { ...at, reason: form.reason });
}

/** May this reader write the list anew? */
export function mayRedraft({ permissions }: Ctx, { status }: Pick<PriceListDetail, "status">): boolean {
  return status === "DRAFT" && may(permissions, "price_list:draft").ok;
}

/** The steps that this reader may take from here: what the page offers. The commands ask again. */
export function stepsOf({ permissions }: Ctx, { status, problems }: PriceListDetail): PriceListStep["step"][] {
  const steps: [PriceListStep["step"], boolean][] = [
    [
      "request",
      mayAsk(permissions, "price_list:request_approval").ok &&
        canMove("price_list", "request_approval", status).ok &&
        problems === 0,
    ],
    ["withdraw", may(permissions, "price_list:withdraw").ok && canMove("price_list", "withdraw", status).ok],
    ["revoke", may(permissions, "price_list:revoke").ok && canMove("price_list", "revoke", status).ok],
  ];
  return steps.filter(([, open]) => open).map(([step]) => step);
}
