import { AREA_BASES, type AreaBasis } from "~/domain/contract";
import { CONTRACT_PAPERS, contractChecklist } from "~/domain/contract-checklist";
import type { Fen } from "~/domain/money";
import { Refused, unless } from "~/domain/refusal";
import { unitPriceOf } from "~/domain/unit-price";
import type { AskedApproval } from "~/features/approvals/approval.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import { setDueDates } from "~/features/finance/set-due-dates.server";
import { type NewFact, recordFacts } from "~/features/projects/record-fact.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { type LockedDeal, lockDeal, moveDeal } from "./deal-stage.server";
import { type DealUnit, unitOfDeal } from "./deal-unit.server";
import { indexDeal } from "./index-deal.server";
import { CONTRACT_APPROVAL, demandContract } from "./sign-contract.server";
import { tellBuyer } from "./tell-buyer.server";

/** What happens on the manager's answer to a contract: it is signed, or nothing is. */
export function answerContracts(): void {
  onDecision(CONTRACT_APPROVAL, {
    lock: async (tx, by, slip) => {
      if (slip.dealId) await lockDeal(tx, by, slip.dealId);
    },
    stillTrue: async (tx, _ctx, slip) => {
      const subscription = await tx.subscription.findUnique({ where: { dealId: slip.dealId ?? "" } });
      return unless(Number(subscription?.dealFen ?? 0) === slip.facts.dealFen, "facts_changed");
    },
    approved: executeContract,
    rejected: async () => undefined,
  });
}

/** Signs the contract as asked: the deal is CONTRACTED, instalments due with the contract get their dates. */
async function executeContract(tx: Tx, ctx: Ctx, slip: AskedApproval): Promise<void> {
  const deal = await lockDeal(tx, ctx, slip.dealId ?? "");
  const asked = {
    areaBasis: AREA_BASES.find((basis) => basis === slip.facts.areaBasis) ?? null,
    papers: CONTRACT_PAPERS.filter((paper) => slip.facts.checklist?.split(" ").includes(paper)),
  };
  const { prices } = await demandContract(tx, ctx, deal, asked);
  const { number, signedOn } = slip.facts;
  if (!number || !signedOn || !asked.areaBasis) throw new Refused({ code: "facts_changed" });
  const unit = await unitOfDeal(tx, ctx, deal.id);
  await spendApproval(tx, ctx, { approvalId: slip.id, kind: CONTRACT_APPROVAL, subject: slip.subject });
  await writeContract(tx, {
    dealId: deal.id,
    number,
    signedOn: dateOf(signedOn),
    enteredAt: ctx.now,
    preparedById: slip.requestedById,
    approvedById: ctx.actorId,
    areaBasis: asked.areaBasis,
    grossCentiares: unit.gross,
    internalCentiares: unit.internal,
    unitCentifen: contractUnitPrice(prices.deal, asked.areaBasis, unit),
    priceFen: BigInt(prices.deal),
    checklist: contractChecklist(asked.papers),
  });
  await indexDeal(tx, ctx, deal.id);
  await moveDeal(tx, deal, "CONTRACTED");
  await tx.filing.create({ data: { dealId: deal.id, state: "NONE" } });
  await setDueDates(tx, ctx, { dealIds: [deal.id], event: "CONTRACT", on: signedOn });
  await countContract(tx, ctx, deal, unit, { amountFen: prices.deal, businessOn: signedOn });
  await tellBuyer(tx, ctx, deal.id, { kind: "CONTRACT_SIGNED", says: { unit: unit.label, number } });
  await record(tx, ctx, {
    action: "contract.signed",
    subject: `deal:${deal.id}`,
    before: { stage: deal.stage },
    after: { stage: "CONTRACTED", number, signedOn, areaBasis: asked.areaBasis, priceFen: prices.deal },
  });
}

async function writeContract(tx: Tx, data: Parameters<Tx["contract"]["create"]>[0]["data"]): Promise<void> {
  try {
    await tx.contract.create({ data });
  } catch (error) {
    if (constraintOf(error) !== "Contract_number_key") throw error;
    throw new Refused({ code: "contract_number_used" });
  }
}

/** The unit price on the basis as printed, 1/100 fen per ㎡; a home sold by set has none. */
function contractUnitPrice(price: Fen, basis: AreaBasis, unit: DealUnit): bigint | null {
  if (basis === "SET") return null;
  return BigInt(unitPriceOf(price, basis === "GROSS" ? unit.gross : unit.internal, "HALF_UP"));
}

async function countContract(
  tx: Tx,
  ctx: Ctx,
  deal: LockedDeal,
  unit: DealUnit,
  of: Pick<NewFact, "amountFen" | "businessOn">,
): Promise<void> {
  await recordFacts(tx, ctx, [
    {
      kind: "CONTRACT",
      ...of,
      dealId: deal.id,
      unitId: unit.unitId,
      customerId: deal.customerId,
      userId: deal.consultantId,
      areaCentiares: unit.gross,
      use: unit.use,
    },
  ]);
}
