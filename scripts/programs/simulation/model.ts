// The office as a few plain records. Rules stand here a second time, in the shortest form, so that a mistake in the
// product does not repeat itself in what it is compared with.

import type { Batch, PriceList } from "./offer";
import type { Customer, Deal, Payment, Receipt, Slip, Substitute, Unit } from "./records";
import { type Rule, ruleOn, type SetRule } from "./settings";

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

export class Model {
  now: number;
  readonly units: Unit[] = [];
  readonly customers: Customer[] = [];
  readonly deals: Deal[] = [];
  readonly payments: Payment[] = [];
  readonly lists: PriceList[] = [];
  readonly batches: Batch[] = [];
  readonly filingNumbers: string[] = [];
  readonly settings: SetRule[] = [];
  readonly substitutes: Substitute[] = [];
  /** Deals that changed since they were last compared. */
  readonly touched = new Set<Deal>();

  constructor(now: number) {
    this.now = now;
  }

  /** The business day in Shanghai. */
  today(): string {
    return dayOf(this.now);
  }

  /** The deal whose claim is open, lapsed or not. */
  claimOn(unit: Unit): Deal | null {
    return this.deals.find((deal) => deal.unit === unit && isLive(deal)) ?? null;
  }

  /** The deal that stands in the way of others. */
  standingOn(unit: Unit): Deal | null {
    const deal = this.claimOn(unit);
    return deal && !this.isTimeUp(deal) ? deal : null;
  }

  isTimeUp({ stage, holdUntil }: Deal): boolean {
    return stage === "HELD" && holdUntil !== null && holdUntil <= this.now;
  }

  /** What the rules say today. */
  rule(rule: Rule): number {
    return ruleOn(this.settings, rule, this.today());
  }

  isBuying(customer: Customer): boolean {
    return this.deals.some((deal) => deal.customer === customer && isLive(deal));
  }

  /** Free to be claimed: without owner, or not followed up for too long. */
  isInPool(customer: Customer): boolean {
    const { owner, ownedSince, followedAt } = customer;
    if (owner === null) return true;
    const until = Math.max(ownedSince ?? 0, followedAt) + this.rule("ownershipDays") * DAY;
    return !this.isBuying(customer) && until <= this.now;
  }

  openHolds(consultant: number): number {
    return this.deals.filter((deal) => deal.consultant === consultant && deal.stage === "HELD" && !this.isTimeUp(deal))
      .length;
  }

  receiptsOn(deal: Deal): Receipt[] {
    return this.payments.flatMap(({ receipts }) =>
      receipts.filter((receipt) => receipt.deal === deal && receipt.status !== "REVERSED"),
    );
  }

  /** Everything that was receipted, for whatever purpose. */
  receiptedFen(deal: Deal): number {
    return sum(this.receiptsOn(deal).map(({ amountFen }) => amountFen));
  }

  /** What counts as earnest money and first payment: money for the home. */
  houseFen(deal: Deal): number {
    return sum(this.receiptsOn(deal).flatMap(({ purse, amountFen }) => (purse === "HOUSE" ? [amountFen] : [])));
  }

  /** What a buyer sees today: not what was received on a later day, before the clock was put back. */
  seenFen(deal: Deal): number {
    const today = this.today();
    return sum(
      this.receiptsOn(deal).flatMap(({ payment, amountFen }) => (payment.receivedOn <= today ? [amountFen] : [])),
    );
  }

  allocatedFen(deal: Deal): number {
    return sum(this.receiptsOn(deal).map(({ allocatedFen }) => allocatedFen));
  }

  openFen(deal: Deal): number {
    return deal.owedFen - this.allocatedFen(deal);
  }

  /** What must be there before the contract: the price without the loan of 70 % in whole 10 000 yuan. */
  firstPaymentFen({ priceFen }: Deal): number {
    return priceFen - loanFen(priceFen);
  }

  standingPayment(reference: string): Payment | null {
    return this.payments.find((one) => one.reference === reference && one.status !== "REVERSED") ?? null;
  }

  change(deal: Deal, change: Partial<Deal>): void {
    Object.assign(deal, change, { version: deal.version + 1 });
    this.touched.add(deal);
  }

  end(deal: Deal, stage: Deal["stage"]): void {
    for (const receipt of this.receiptsOn(deal)) receipt.allocatedFen = 0;
    this.change(deal, { stage, owedFen: 0 });
  }

  /** What happens to a hold whose time is up, as soon as somebody looks. */
  lapse(deal: Deal): void {
    this.end(deal, deal.step === "SIGNED" && this.receiptedFen(deal) === 0 ? "VOIDED" : "EXPIRED");
  }

  /** The earnest money is in: the subscription takes effect. */
  takeEffectIfPaid(deal: Deal): void {
    if (deal.stage !== "HELD" || deal.step !== "SIGNED" || this.isTimeUp(deal)) return;
    if (this.houseFen(deal) < deal.earnestFen) return;
    this.change(deal, {
      stage: "RESERVED",
      holdUntil: null,
      signBy: workingDay(this.now + this.rule("signByDays") * DAY),
    });
  }
}

/** What of a payment no receipt has taken. */
export function leftFen({ amountFen, receipts }: Payment): number {
  return amountFen - sum(receipts.flatMap((one) => (one.status === "REVERSED" ? [] : [one.amountFen])));
}

/** Yes to the price of this deal, and in time. */
export function isPriceGiven({ special }: Deal, now: number): boolean {
  return special === null || (special.given && now < (special.expiresAt ?? now));
}

export function isOpen({ open, expiresAt }: Slip, now: number): boolean {
  return open && (expiresAt === undefined || now < expiresAt);
}

export function isLive({ stage }: Deal): boolean {
  return stage === "HELD" || stage === "RESERVED" || stage === "CONTRACTED";
}

export function dayOf(moment: number): string {
  return new Date(moment + SHANGHAI).toISOString().slice(0, 10);
}

function workingDay(moment: number): string {
  const weekday = new Date(moment + SHANGHAI).getUTCDay();
  return dayOf(moment + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY);
}

export function loanFen(priceFen: number): number {
  const step = 1_000_000;
  return Math.floor((priceFen * 7) / 10 / step) * step;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
