import { type Day, dayIn } from "~/domain/calendar";
import { type AreaBasis, type ContractFacts, canSignContract } from "~/domain/contract";
import { type ContractPaper, contractChecklist } from "~/domain/contract-checklist";
import { firstPaymentOf } from "~/domain/payment-plan";
import { demand, Refused, unless } from "~/domain/refusal";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { maybeDayOf } from "~/platform/stored-day.server";
import { type ChangedDeal, changeDeal, type DealInput } from "./change-deal.server";
import { moneyOf } from "./deal-money.server";
import type { LockedDeal } from "./deal-stage.server";
import { unitOfDeal } from "./deal-unit.server";
import { nextDocumentNumber } from "./document-number.server";
import { type ReadSubscription, readSubscription, storedSchedule } from "./read-subscription.server";

export const CONTRACT_APPROVAL = "CONTRACT";

export type SignContract = DealInput & {
  /** Empty: the office's next number. */
  number: string;
  areaBasis: AreaBasis;
  papers: readonly ContractPaper[];
  signedOn: Day;
  note: string;
};

/** The contract as it is asked for: what the manager decides on, and what is then executed. */
export type AskedContract = { areaBasis: AreaBasis | null; papers: readonly ContractPaper[] };

/** The clerk asks for the signature of a contract whose papers, money and dates are right; the manager gives it. */
export function signContract(ctx: Ctx, input: SignContract): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:sign_contract", async (tx, deal) => {
    const subscription = await demandContract(tx, ctx, deal, input);
    demand(unless(input.signedOn <= dayIn(ctx.timeZone, ctx.now), "date_future"));
    const number = input.number || (await nextDocumentNumber(tx, ctx, "HT"));
    const unit = await unitOfDeal(tx, ctx, deal.id);
    const { forHome } = await moneyOf(tx, deal.id);
    const { approvalId } = await requestApproval(tx, ctx, {
      kind: CONTRACT_APPROVAL,
      subject: `deal:${deal.id}`,
      dealId: deal.id,
      chain: ["MANAGER"],
      reason: input.note || number,
      facts: {
        unit: unit.label,
        number,
        plan: subscription.stored.planName,
        areaBasis: input.areaBasis,
        checklist: input.papers.join(" "),
        grossCentiares: unit.gross,
        dealFen: subscription.prices.deal,
        receivedFen: forHome,
        signedOn: input.signedOn,
      },
    });
    const warned = unit.mortgagedWithoutConsent ? { warned: ["mortgagedUnitGuard"] } : {};
    const after = { number, approvalId, ...warned };
    await record(tx, ctx, { action: "contract.asked", subject: `deal:${deal.id}`, after });
    return deal.stage;
  });
}

/** Refuses while something stands in the way of the contract: asked when it is requested, and again when it is signed. */
export async function demandContract(
  tx: Tx,
  ctx: Ctx,
  deal: LockedDeal,
  { areaBasis, papers }: AskedContract,
): Promise<ReadSubscription> {
  const subscription = await readSubscription(tx, deal.id);
  const facts = await contractFacts(tx, ctx, deal, subscription, { areaBasis, papers });
  demand(canSignContract(deal.stage, facts, dayIn(ctx.timeZone, ctx.now)));
  if (!subscription) throw new Refused({ code: "subscription_not_signed" });
  return subscription;
}

async function contractFacts(
  tx: Tx,
  ctx: Ctx,
  deal: LockedDeal,
  subscription: ReadSubscription | null,
  asked: AskedContract,
): Promise<ContractFacts> {
  const unit = await unitOfDeal(tx, ctx, deal.id);
  const { forHome } = await moneyOf(tx, deal.id);
  return {
    changeUnfinished: false,
    sealed: unit.sealed,
    mortgagedWithoutConsent: unit.mortgagedWithoutConsent && ctx.settings.mortgagedUnitGuard === "FORBID",
    firstPayment: firstPaymentOf(storedSchedule(subscription?.stored.schedule ?? [])),
    receipted: forHome,
    signBy: maybeDayOf(subscription?.stored.signBy ?? null),
    checklist: contractChecklist(asked.papers),
    areaBasis: asked.areaBasis,
  };
}
