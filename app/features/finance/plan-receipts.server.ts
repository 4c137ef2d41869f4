import type { Day } from "~/domain/calendar";
import type { Fen } from "~/domain/money";
import {
  afterAllocations,
  allocationOf,
  canReceiptOn,
  canTell,
  fitsSchedule,
  goesToSupervised,
  type PaymentMethod,
  permitStands,
  purseOf,
} from "~/domain/payment";
import { type Allocation, openAmount, type Purse } from "~/domain/receivable";
import { demand, Refused } from "~/domain/refusal";
import type { SettingKey } from "~/domain/setting";
import { textsFor } from "~/i18n/catalogue.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import type { OpenItem } from "./lock-money.server";
import type { Payable } from "./payable-deals.server";

/** A part of a payment for one deal; the purse may stay open where only one can be meant. */
export type ReceiptInput = {
  dealId: string;
  amount: Fen;
  purse?: Purse;
  /** Which instalments it pays, told by hand; otherwise the oldest due first within its purse. */
  allocations?: readonly { receivableId: string; amount: Fen }[];
};

export type PlannedReceipt = {
  id: string;
  deal: Payable;
  purse: Purse;
  amount: Fen;
  item: string;
  allocations: readonly Allocation[];
  /** Settings that let pass, with a warning, what the law forbids. */
  warned: SettingKey[];
  pays: { item: string; amountFen: number; openFen: number }[];
};

export type PaymentOfReceipts = {
  id: string;
  sellerId: string;
  accountId: string;
  method: PaymentMethod;
  /** The day from which the money counts. */
  receivedOn: Day;
  /** The day of the books on which it is receipted. */
  businessOn: Day;
  payerName: string;
};

/** Decides, on locked rows, what each receipt pays. Refuses what may not be taken. */
export function planReceipts(
  ctx: Ctx,
  payment: Pick<PaymentOfReceipts, "sellerId" | "accountId" | "method">,
  receipts: readonly ReceiptInput[],
  deals: ReadonlyMap<string, Payable>,
  items: readonly OpenItem[],
): PlannedReceipt[] {
  let left = items;
  return receipts.map(({ dealId, amount, purse: asked, allocations: told }) => {
    const deal = deals.get(dealId);
    if (!deal) throw new Refused({ code: "not_found" });
    const own = left.filter((item) => item.dealId === dealId);
    const purse = purseOf(asked ?? null, own);
    if (!purse) throw new Refused({ code: "purse_not_chosen" });
    demand(permitStands(deal, ctx.settings.permitGuard));
    demand(canReceiptOn(deal, payment.sellerId, ctx.now));
    demand(goesToSupervised(deal, purse, payment.accountId, ctx.settings.supervisedAccountGuard));
    const byHand = told?.map((one) => ({ ...one, purse })) ?? null;
    demand(canTell(amount, byHand, own));
    demand(fitsSchedule(purse, amount, own));
    const loan = payment.method === "LOAN";
    const { allocations } = allocationOf({ purse, amount, loan, told: byHand }, own);
    left = afterAllocations(left, allocations);
    const item = itemOf(purse, allocations, own);
    const warned = warnedOf(deal, purse, payment.accountId);
    return { id: newId(), deal, purse, amount, item, allocations, warned, pays: paysOf(allocations, left) };
  });
}

/** The instalments paid, with what of each is open afterwards. */
function paysOf(allocations: readonly Allocation[], after: readonly OpenItem[]): PlannedReceipt["pays"] {
  return allocations.flatMap(({ receivableId, amount }) => {
    const item = after.find(({ id }) => id === receivableId);
    return item ? [{ item: item.item, amountFen: amount, openFen: openAmount(item) }] : [];
  });
}

/** What the receipt says it is for: the instalments it pays, in Chinese as every paper of the office. */
function itemOf(purse: Purse, allocations: readonly Allocation[], items: readonly OpenItem[]): string {
  const names = items.filter(({ id }) => allocations.some((one) => one.receivableId === id)).map(({ item }) => item);
  if (names.length > 0) return [...new Set(names)].join("、");
  const { t, enumLabel } = textsFor("zh-CN");
  return t("finance.waitingItem", { purse: enumLabel("purse", purse) });
}

/** For the audit: the guards that would have refused, had the project's settings not asked them to warn only. */
function warnedOf(deal: Payable, purse: Purse, accountId: string): SettingKey[] {
  return [
    ...(permitStands(deal, "FORBID").ok ? [] : (["permitGuard"] as const)),
    ...(goesToSupervised(deal, purse, accountId, "FORBID").ok ? [] : (["supervisedAccountGuard"] as const)),
  ];
}
