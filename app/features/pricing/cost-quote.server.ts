import { type Fen, fen, sumFen } from "~/domain/money";
import { type HomeOrder, purchaseCosts, usualHomeOrder } from "~/domain/purchase-costs";
import { getCustomer } from "~/features/customers/get-customer.server";
import type { UnitDetail } from "~/features/units/get-unit.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import type { DealPrice } from "./price-deal";
import type { QuoteWish } from "./quote-wish";

/** Which home of the family is asked about; unless said, what the customer told, as far as the caller may read it. */
export async function homeOrderOf(ctx: Ctx, { homeOrder, customerId }: QuoteWish): Promise<HomeOrder> {
  if (homeOrder || !customerId) return homeOrder ?? usualHomeOrder(null);
  const customer = await attempt(getCustomer(ctx, customerId));
  return usualHomeOrder(customer.ok ? (customer.value?.needs.firstHome ?? null) : null);
}

/** Taxes and fees of a quoted unit, and with them what the buyer pays of their own; null where no plan says how much. */
export function costQuote({ settings }: Ctx, { use, gross }: UnitDetail, price: DealPrice, homeOrder: HomeOrder) {
  const costs = purchaseCosts({ price: price.dealPrice, gross, use, homeOrder }, settings);
  const lines = price.schedule.filter(({ loan }) => !loan);
  const own: Fen | null = price.schedule.length > 0 ? sumFen(lines.map(({ amount }) => amount)) : null;
  return { ...costs, own, cash: own === null ? null : fen(own + costs.total) };
}
