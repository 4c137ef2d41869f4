import { Refused } from "~/domain/refusal";
import { getHome } from "~/features/portal/get-home.server";
import type { Ctx } from "~/platform/context.server";

export type Sight = { stage: string; priceFen: number; owedFen: number; receivedFen: number; signBy: string | null };

/** What a buyer reads of one home in the portal: nothing of somebody else's. */
export async function seeHome(ctx: Ctx, { personId, dealId }: { key: string; personId: string; dealId: string }) {
  const home = await getHome({ ...ctx, personId }, dealId);
  if (!home) throw new Refused({ code: "not_found" });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const sight: Sight = {
    stage: home.stage,
    priceFen: home.price?.price ?? 0,
    owedFen: sum(home.lines.map(({ amount }) => amount)),
    receivedFen: sum(home.receipts.filter(({ reversed }) => !reversed).map(({ amount }) => amount)),
    signBy: home.signBy,
  };
  return sight;
}
