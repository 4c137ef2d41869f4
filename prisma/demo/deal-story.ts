import { addDays, type Day, daysBetween } from "~/domain/calendar";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { fen, yuan } from "~/domain/money";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { recordFiling } from "~/features/deals/record-filing.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { takePayment } from "~/features/deals/take-payment.server";
import { setDueDates } from "~/features/finance/set-due-dates.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Chance } from "./chance";
import { at, type Office, type Person } from "./office";
import type { WrittenProject } from "./projects";

export type Buyer = { customerId: string; name: string; owner: Person };
export type Scene = { office: Office; project: WrittenProject; chance: Chance; lastDay: Day; clock: () => Date };

/** How far a deal goes before the day of today cuts the story off. */
export type Ending = "HOLD_RELEASED" | "HOLD_LAPSED" | "UNPAID" | "FAILS_TO_SIGN" | "SIGNS";

/** What is still to happen, by day. */
export type Diary = Map<Day, (() => Promise<void>)[]>;

export function later(diary: Diary, on: Day, act: () => Promise<void>): void {
  diary.set(on, [...(diary.get(on) ?? []), act]);
}

export const person = ({ office }: Scene, login: string): Person => {
  const found = office.people.get(login);
  if (!found) throw new Error(`nobody signs in as ${login}`);
  return found;
};

export async function formOn(dealId: string) {
  const { version } = await db.deal.findUniqueOrThrow({ where: { id: dealId }, select: { version: true } });
  return { key: newId(), dealId, version };
}

/** From the hold to wherever the deal ends, each step on its day, through the product's own commands. */
export async function startDeal(
  scene: Scene,
  diary: Diary,
  today: Day,
  buyer: Buyer,
  unitId: string,
  ending: Ending,
): Promise<void> {
  const { chance, clock, project } = scene;
  const consultant = () => at(buyer.owner, project, clock());
  const { dealId } = await placeHold(consultant(), {
    key: newId(),
    unitId,
    customerId: buyer.customerId,
    hours: chance.pick([6, 12, 24]),
    reason: "客户考虑中",
  });
  if (ending === "HOLD_LAPSED") return;
  if (ending === "HOLD_RELEASED") {
    later(
      diary,
      today,
      async () => void (await releaseHold(consultant(), { ...(await formOn(dealId)), reason: "客户改选其他房源" })),
    );
    return;
  }
  await subscribe(scene, dealId, buyer);
  await approveDiscount(scene, dealId);
  if (ending === "UNPAID") return;
  later(diary, today, async () => {
    await confirmUnit(at(person(scene, "controller"), project, clock()), await formOn(dealId));
    await signSubscription(at(person(scene, "manager"), project, clock()), await formOn(dealId));
    await pay(scene, dealId, buyer.name, "定金", today);
  });
  if (ending === "FAILS_TO_SIGN") return;
  const signsOn = addDays(today, chance.whole(2, 6));
  later(diary, signsOn, () => sign(scene, diary, signsOn, dealId, buyer));
}

export async function subscribe(
  scene: Scene,
  dealId: string,
  buyer: Buyer,
  special = scene.chance.happens(0.08),
): Promise<void> {
  const { chance, project, clock } = scene;
  const plans = await db.paymentPlan.findMany({ where: { projectId: project.id }, orderBy: { kind: "asc" } });
  const schemes = await db.discountScheme.findMany({ where: { projectId: project.id }, orderBy: { name: "asc" } });
  const kind = chance.pick(["MORTGAGE", "MORTGAGE", "MORTGAGE", "FULL", "INSTALMENTS"] as const);
  const plan = plans.find((one) => one.kind === kind);
  const chosen = schemes.filter(({ name }) => name !== "一次性付款优惠" || kind === "FULL");
  await draftSubscription(at(buyer.owner, project, clock()), {
    ...(await formOn(dealId)),
    ownershipForm: "SOLE",
    buyers: [{ customerId: buyer.customerId, sharePpm: null }],
    schemeIds: chosen.map(({ id }) => id),
    planId: plan?.id ?? "",
    specialOffFen: special ? yuan(chance.whole(1, 4) * 5_000) : 0,
    relation: special ? "RELATION" : null,
    reason: special ? "老业主推荐，同日签约" : "",
    earnestFen: yuan(chance.pick([50_000, 100_000, 200_000])),
    eligible: true,
    eligibilityNote: chance.pick(["本市户籍，名下无房", "非本市户籍，社保满 3 年", "本市户籍，名下一套"]),
  });
}

/** Whoever the special discount waits for says yes. */
async function approveDiscount(scene: Scene, dealId: string): Promise<void> {
  const slip = await db.approval.findFirst({ where: { dealId, status: "PENDING" } });
  if (!slip) return;
  const role = slip.chain[0] === "DIRECTOR" ? "director" : slip.chain[0] === "GM" ? "gm" : "manager";
  const by = at(person(scene, role), scene.project, scene.clock());
  await decideApproval(by, { key: newId(), approvalId: slip.id, yes: true, reason: "同意" });
}

/** Pays what is open of the instalments that this item names (or every one due with that event). */
async function pay(
  scene: Scene,
  dealId: string,
  payerName: string,
  what: string,
  on: Day,
  lender?: string,
): Promise<void> {
  const { project, chance, clock } = scene;
  const open = await db.receivable.findMany({
    where: {
      dealId,
      voidedAt: null,
      OR: [{ item: what }, ...(what === "首付" ? [{ dueEvent: "CONTRACT" as const, dueDays: 0 }] : [])],
    },
  });
  const amount = fen(open.reduce((sum, { amountFen, allocatedFen }) => sum + amountFen - allocatedFen, 0n));
  if (amount === 0) return;
  const method = lender
    ? ("LOAN" as const)
    : amount > yuan(300_000)
      ? ("TRANSFER" as const)
      : chance.pick(["POS", "TRANSFER"] as const);
  await takePayment(at(person(scene, "cashier"), project, clock()), {
    key: newId(),
    sellerId: project.sellerId,
    method,
    bankReference: `${on.replaceAll("-", "")}${chance.whole(10_000_000, 99_999_999)}`,
    receivedOn: on,
    payerName: lender ?? payerName,
    payerNote: lender ? "按揭放款" : "",
    amount,
    receipts: [{ dealId, amount }],
  });
}

async function sign(scene: Scene, diary: Diary, on: Day, dealId: string, buyer: Buyer): Promise<void> {
  const { project, clock, chance } = scene;
  await pay(scene, dealId, buyer.name, "首付", on);
  await signContract(at(person(scene, "clerk"), project, clock()), {
    ...(await formOn(dealId)),
    number: "",
    areaBasis: "GROSS",
    papers: CONTRACT_PAPERS,
    signedOn: on,
    note: "",
  });
  const slip = await db.approval.findFirstOrThrow({ where: { dealId, status: "PENDING" } });
  await decideApproval(at(person(scene, "manager"), project, clock()), {
    key: newId(),
    approvalId: slip.id,
    yes: true,
    reason: "",
  });
  const filesOn = addDays(on, chance.whole(3, 24));
  later(diary, filesOn, async () => {
    const mark = `${filesOn.slice(0, 4)}${chance.whole(100_000, 999_999)}`;
    await fileContract(at(person(scene, "clerk"), project, clock()), {
      ...(await formOn(dealId)),
      number: `深网签${mark}`,
      on: filesOn,
    });
    const recordsOn = addDays(filesOn, chance.whole(3, 10));
    later(
      diary,
      recordsOn,
      async () =>
        void (await recordFiling(at(person(scene, "clerk"), project, clock()), {
          ...(await formOn(dealId)),
          number: `深备${mark}`,
          on: recordsOn,
        })),
    );
  });
  planInstalments(scene, diary, on, dealId, buyer);
}

/** The bank pays out after weeks; most buyers pay in time, some late, a few not at all. */
function planInstalments(scene: Scene, diary: Diary, signedOn: Day, dealId: string, buyer: Buyer): void {
  const { chance, project, clock } = scene;
  // A debt of many months would have been settled; only the last ones are still open.
  const lately = daysBetween(signedOn, scene.lastDay) <= 150;
  const patience = () => (chance.happens(0.78) ? -chance.whole(0, 3) : chance.whole(2, 25));
  for (const [item, days] of [
    ["余款", 30],
    ["第二期", 90],
    ["第三期", 180],
  ] as const) {
    if (chance.happens(0.06) && lately) continue;
    const paysOn = addDays(signedOn, days + patience());
    later(diary, paysOn, () => pay(scene, dealId, buyer.name, item, paysOn));
  }
  const approvedOn = addDays(signedOn, chance.whole(12, 30));
  later(diary, approvedOn, async () => {
    await inTransaction((tx) =>
      setDueDates(tx, at(person(scene, "mortgage"), project, clock()), {
        dealIds: [dealId],
        event: "LOAN_APPROVAL",
        on: approvedOn,
      }),
    );
    if (chance.happens(0.08) && lately) return;
    const paysOn = addDays(approvedOn, chance.whole(10, 34));
    later(diary, paysOn, () => pay(scene, dealId, buyer.name, "按揭贷款", paysOn, "中国银行深圳分行"));
  });
}
