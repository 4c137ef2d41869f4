import { day } from "~/domain/calendar";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { fen } from "~/domain/money";
import type { Role } from "~/domain/permission";
import type { Settings } from "~/domain/setting";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { idNumberColumns } from "~/features/customers/id-number-at-rest.server";
import { answerDealApprovals } from "~/features/deals/answer-approvals.server";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { type DraftSubscription, draftSubscription } from "~/features/deals/draft-subscription.server";
import { makeEffectiveIfPaid } from "~/features/deals/make-effective.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { recordPayment } from "~/features/finance/record-payment.server";
import type { Ctx } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Prisma } from "~/platform/prisma/client";
import { asStaff, type GivenProject, givenCustomer, givenProject, givenUnit, NOW, TODAY } from "./given";

answerDealApprovals();

const DESK = ["CONSULTANT", "CONTROLLER", "MANAGER", "DIRECTOR", "GM", "CASHIER", "CLERK"] as const satisfies Role[];
type Desk = Record<(typeof DESK)[number], Ctx>;

/** Everybody a sale takes. */
export async function givenDesk(project: GivenProject, settings: Partial<Settings> = {}): Promise<Desk> {
  const staff = await Promise.all(
    DESK.map(async (role) => [role, await asStaff(role, project, { settings })] as const),
  );
  return Object.fromEntries(staff) as Desk;
}

/** A customer who can buy: name, phone and an identity document on record. */
export async function givenBuyer(project: { id: string }, owner: { actorId: string } | null, name = "王小明") {
  const customer = await givenCustomer(project, owner, name);
  await db.person.update({
    where: { id: customer.personId },
    data: { idKind: "PASSPORT", ...idNumberColumns(customer.personId, newId()) },
  });
  return customer;
}

type PlanLines = Omit<Prisma.PaymentPlanLineUncheckedCreateInput, "planId" | "position">[];

/** 30 % down with the contract, 70 % by mortgage. */
export const MORTGAGE_LINES: PlanLines = [
  { item: "首付款", dueEvent: "CONTRACT", share: "PERCENT", ppm: 300_000, earnestCounts: true },
  { item: "按揭贷款", dueEvent: "LOAN_APPROVAL", dueDays: 30, share: "PERCENT", ppm: 700_000, loan: true },
];

export async function givenPlan(
  project: { id: string },
  over: Partial<Prisma.PaymentPlanUncheckedCreateInput> = {},
  lines: PlanLines = MORTGAGE_LINES,
) {
  return db.paymentPlan.create({
    data: {
      projectId: project.id,
      name: `按揭 ${newId().slice(-8)}`,
      kind: "MORTGAGE",
      status: "PUBLISHED",
      createdAt: NOW,
      ...over,
      lines: { create: lines.map((line, at) => ({ ...line, position: at + 1 })) },
    },
  });
}

type SchemeLines = Omit<Prisma.DiscountLineUncheckedCreateInput, "schemeId" | "position">[];

/** 98 折, published and valid. */
export async function givenScheme(
  project: { id: string },
  over: Partial<Prisma.DiscountSchemeUncheckedCreateInput> = {},
  lines: SchemeLines = [{ name: "开盘 98 折", kind: "MULTIPLY", ppm: 980_000 }],
) {
  return db.discountScheme.create({
    data: {
      projectId: project.id,
      name: `开盘优惠 ${newId().slice(-8)}`,
      status: "PUBLISHED",
      validFrom: new Date("2026-01-01"),
      draftedById: newId(),
      createdAt: NOW,
      publishedAt: NOW,
      ...over,
      lines: { create: lines.map((line, at) => ({ ...line, position: at + 1 })) },
    },
  });
}

/** An office with its desk, one home on offer, one buyer, one plan and one scheme. */
export async function givenOffice(
  over: { settings?: Partial<Settings>; unit?: Partial<Prisma.UnitUncheckedCreateInput> } = {},
) {
  const project = await givenProject();
  const desk = await givenDesk(project, over.settings);
  const unit = await givenUnit(project, over.unit);
  const buyer = await givenBuyer(project, desk.CONSULTANT);
  return { project, desk, unit, buyer, plan: await givenPlan(project), scheme: await givenScheme(project) };
}
export type Office = Awaited<ReturnType<typeof givenOffice>>;

/** What a form on the deal would send now. */
export async function formOn(dealId: string) {
  const { version } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
  return { key: newId(), dealId, version };
}

export async function givenHold({ desk, unit, buyer }: Office): Promise<string> {
  return (await placeHold(desk.CONSULTANT, { key: newId(), unitId: unit.id, customerId: buyer.id })).dealId;
}

export async function draftOf(office: Office, dealId: string, over: Partial<DraftSubscription> = {}) {
  const draft: DraftSubscription = {
    ...(await formOn(dealId)),
    ownershipForm: "SOLE",
    buyers: [{ customerId: office.buyer.id, sharePpm: null }],
    schemeIds: [office.scheme.id],
    planId: office.plan.id,
    specialOffFen: 0,
    relation: null,
    reason: "",
    earnestFen: 5_000_000,
    eligible: true,
    eligibilityNote: "本市户籍，名下无房",
    ...over,
  };
  return draft;
}

export async function givenDraft(office: Office, over: Partial<DraftSubscription> = {}): Promise<string> {
  const dealId = await givenHold(office);
  await draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId, over));
  return dealId;
}

export async function givenConfirmed(office: Office): Promise<string> {
  const dealId = await givenDraft(office);
  await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
  return dealId;
}

export async function givenSigned(office: Office): Promise<string> {
  const dealId = await givenConfirmed(office);
  await signSubscription(office.desk.MANAGER, await formOn(dealId));
  return dealId;
}

/** Money from the buyer, as the cashier takes it. */
export async function pay(office: Office, dealId: string, amountFen: number, ctx = office.desk.CASHIER): Promise<void> {
  await inTransaction(async (tx) => {
    await recordPayment(tx, ctx, {
      sellerId: office.project.sellerId,
      accountId: office.project.supervisedAccountId,
      method: "TRANSFER",
      bankReference: newId(),
      receivedOn: TODAY,
      payerName: "王小明",
      amount: fen(amountFen),
      receipts: [{ dealId, amount: fen(amountFen) }],
    });
    await makeEffectiveIfPaid(tx, ctx, dealId);
  });
}

export async function givenReserved(office: Office): Promise<string> {
  const dealId = await givenSigned(office);
  await pay(office, dealId, 5_000_000);
  return dealId;
}

export async function firstPaymentPaid(office: Office, dealId: string): Promise<void> {
  const lines = await db.receivable.findMany({ where: { dealId, dueEvent: "CONTRACT", voidedAt: null } });
  await pay(office, dealId, Number(lines.reduce((sum, line) => sum + line.amountFen - line.allocatedFen, 0n)));
}

export async function contractOf(dealId: string) {
  return {
    ...(await formOn(dealId)),
    number: `HT-${newId().slice(-12)}`,
    areaBasis: "GROSS" as const,
    papers: CONTRACT_PAPERS,
    signedOn: day("2026-03-02"),
    note: "",
  };
}

/** The open question about a deal, answered. */
export async function answer(ctx: Ctx, dealId: string, yes = true) {
  const { id } = await db.approval.findFirstOrThrow({ where: { dealId, status: "PENDING" } });
  return decideApproval(ctx, { key: newId(), approvalId: id, yes, reason: yes ? "" : "不同意" });
}

export async function givenContract(office: Office): Promise<string> {
  const dealId = await givenReserved(office);
  await firstPaymentPaid(office, dealId);
  await signContract(office.desk.CLERK, await contractOf(dealId));
  await answer(office.desk.MANAGER, dealId);
  return dealId;
}
