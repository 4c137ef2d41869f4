import { dayIn } from "~/domain/calendar";
import { fen, NO_MONEY } from "~/domain/money";
import { canMakeEffective, signByOf } from "~/domain/subscription";
import { recordFacts, takeBackFacts } from "~/features/projects/record-fact.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { dateOf } from "~/platform/stored-day.server";
import { moneyOf } from "./deal-money.server";
import { lockDeal, moveDeal } from "./deal-stage.server";
import { unitOfDeal } from "./deal-unit.server";
import { readSubscription } from "./read-subscription.server";
import { tellBuyer } from "./tell-buyer.server";

/**
 * A signed subscription takes effect once its earnest money is receipted in full and in time: the unit is RESERVED and
 * the days to sign the contract begin. Asked with every payment, of which so much is `arriving` for this home and not
 * written yet; false where it does not, or already did.
 */
export async function makeEffectiveIfPaid(tx: Tx, ctx: Ctx, dealId: string, arriving = NO_MONEY): Promise<boolean> {
  const deal = await lockDeal(tx, ctx, dealId);
  const subscription = await readSubscription(tx, dealId);
  if (!subscription) return false;
  const receipted = fen((await moneyOf(tx, dealId)).forHome + arriving);
  const verdict = canMakeEffective({ stage: deal.stage, subscription: subscription.rule }, receipted, ctx.now);
  if (!verdict.ok) return false;

  const today = dayIn(ctx.timeZone, ctx.now);
  const signBy = signByOf(today, ctx.settings.signByDays, await readHolidays(tx));
  const unit = await unitOfDeal(tx, ctx, dealId);
  await moveDeal(tx, deal, "RESERVED");
  await tx.subscription.update({
    where: { dealId },
    data: { effectiveAt: ctx.now, effectiveOn: dateOf(today), signBy: dateOf(signBy) },
  });
  await takeBackFacts(tx, ctx, { dealId, kind: "HOLD" }, today);
  await recordFacts(tx, ctx, [
    {
      kind: "SUBSCRIPTION",
      businessOn: today,
      dealId,
      unitId: unit.unitId,
      customerId: deal.customerId,
      userId: deal.consultantId,
      amountFen: subscription.prices.deal,
      areaCentiares: unit.gross,
      use: unit.use,
    },
  ]);
  const { number } = await tx.subscription.findUniqueOrThrow({ where: { dealId }, select: { number: true } });
  await tellBuyer(tx, ctx, dealId, { kind: "SUBSCRIPTION_EFFECTIVE", says: { unit: unit.label, number, signBy } });
  await record(tx, ctx, {
    action: "subscription.took_effect",
    subject: `deal:${dealId}`,
    before: { stage: deal.stage },
    after: { stage: "RESERVED", signBy, receiptedFen: receipted },
  });
  return true;
}
