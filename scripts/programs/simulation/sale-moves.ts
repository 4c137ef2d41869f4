import { day } from "~/domain/calendar";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { extendSignBy } from "~/features/deals/extend-sign-by.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import type { Attempt } from "./attempt";
import { onDeal } from "./hold-moves";
import { dayOf, HOUR, isLive, isOpen, isPriceGiven } from "./model";
import type { Deal } from "./records";
import type { Scene } from "./scene";
import type { Over } from "./unit-moves";

/** The consultant writes the subscription, anew if there was one; what was confirmed before is open again. */
export function draft(
  scene: Scene,
  deal: Deal,
  terms: { discount: boolean; earnestFen: number; offFen?: number },
  over: Over = {},
) {
  const { model, office } = scene;
  const { offFen = 0 } = terms;
  const ask = `${scene.step}.${scene.keys} 优惠`;
  const no = over.no ?? deal.consultant;
  return onDeal(scene, deal, {
    ...{ ...over, no, post: "CONSULTANT", command: draftSubscription },
    says: `drafts ${terms.discount ? "at 98 %" : "at list price"}${offFen ? ` less ${offFen}` : ""}, earnest ${terms.earnestFen}, the subscription`,
    more: {
      ...{ ownershipForm: "SOLE", buyers: [{ customerId: deal.customer.id, sharePpm: null }], planId: office.planId },
      ...{
        schemeIds: terms.discount ? [office.schemeId] : [],
        specialOffFen: offFen,
        relation: offFen ? ("MARKET" as const) : null,
        reason: offFen ? ask : "",
      },
      ...{ earnestFen: terms.earnestFen, eligible: true, eligibilityNote: "本市户籍" },
    },
    cases: () => [
      [!isLive(deal), "deal_ended"],
      [deal.stage !== "HELD", "wrong_state"],
      [no !== deal.consultant, "not_your_hold"],
      [deal.step === "SIGNED", "subscription_signed"],
      [deal.customer.idNumber === null, "buyers_incomplete"],
    ],
    done: () => {
      const listFen = deal.unit.listFen ?? 0;
      const priceFen = (terms.discount ? (listFen / 100) * 98 : listFen) - offFen;
      if (deal.special) deal.special.open = false;
      const special = offFen ? { ask, open: true, given: false, expiresAt: model.now + APPROVAL_TIME } : null;
      model.change(deal, { step: "DRAFTED", listFen, priceFen, earnestFen: terms.earnestFen, special });
    },
  });
}

/** The controller confirms that the unit is free for this buyer. */
export function confirm(scene: Scene, deal: Deal, over: Over = {}): Attempt {
  return onDeal(scene, deal, {
    ...{ ...over, post: "CONTROLLER", says: "confirms the subscription", command: confirmUnit, more: {} },
    cases: () => [
      [!isLive(deal), "deal_ended"],
      [deal.stage !== "HELD", "wrong_state"],
      [deal.step !== "DRAFTED", "subscription_not_drafted"],
      ...priceCases(scene, deal),
    ],
    done: () => scene.model.change(deal, { step: "CONFIRMED" }),
  });
}

/** The manager signs: the schedule is owed, and the earnest money has a day. */
export function sign(scene: Scene, deal: Deal, over: Over = {}): Attempt {
  const { model } = scene;
  return onDeal(scene, deal, {
    ...{ ...over, post: "MANAGER", says: "signs the subscription", command: signSubscription, more: {} },
    cases: () => [
      [deal.stage !== "HELD", "wrong_state"],
      [deal.step !== "CONFIRMED", "unit_not_confirmed"],
      [deal.listFen !== deal.unit.listFen, "list_price_changed"],
      ...priceCases(scene, deal),
    ],
    done: () => {
      model.change(deal, {
        step: "SIGNED",
        owedFen: deal.priceFen,
        holdUntil: model.now + model.rule("payByHours") * HOUR,
      });
      for (const receipt of model.receiptsOn(deal))
        if (receipt.status === "RECORDED" && receipt.purse === "HOUSE") receipt.allocatedFen = receipt.amountFen;
      model.takeEffectIfPaid(deal);
    },
  });
}

/** A special price waits for its yes, which counts for some time. */
function priceCases({ model }: Scene, deal: Deal): (readonly [boolean, string])[] {
  const waits = deal.special !== null && !deal.special.given && isOpen(deal.special, model.now);
  return [
    [waits, "approval_awaited"],
    [!isPriceGiven(deal, model.now), "discount_above_authority"],
  ];
}

/** The consultant asks for a later day to sign the contract. */
export function askSignBy(scene: Scene, deal: Deal, days: number, over: Over = {}): Attempt {
  const until = dayOf(scene.model.now + days * DAY);
  const ask = `${scene.step}.${scene.keys} 延期`;
  return onDeal(scene, deal, {
    ...{ ...over, no: over.no ?? deal.consultant, post: "CONSULTANT", command: extendSignBy },
    says: `asks for ${days} days more for the contract`,
    more: { until: day(until), reason: ask },
    cases: () => [...signByCases(scene, deal, until), [isAsked(scene, deal), "asked_already"]],
    done: () => {
      deal.signBySlip = { ask, open: true, until };
    },
  });
}

function isAsked({ model }: Scene, { signBySlip }: Deal): boolean {
  return signBySlip !== null && isOpen(signBySlip, model.now);
}

/** What stands in the way of a later day, when it is asked for and when it is given. */
export function signByCases({ model }: Scene, deal: Deal, until: string): (readonly [boolean, string])[] {
  return [
    [deal.stage !== "RESERVED", "wrong_state"],
    [until <= model.today(), "until_past"],
    [deal.signByExtensions >= model.rule("signByExtensions"), "extensions_used_up"],
  ];
}

const DAY = 24 * HOUR;
const APPROVAL_TIME = 72 * HOUR;

/** What stands in the way of a contract, when it is asked for and when it is signed. */
export function contractCases({ model }: Scene, deal: Deal): (readonly [boolean, string])[] {
  return [
    [!isLive(deal), "deal_ended"],
    [deal.stage !== "RESERVED", "wrong_state"],
    [model.houseFen(deal) < model.firstPaymentFen(deal), "first_payment_not_receipted"],
    [deal.signBy !== null && model.today() > deal.signBy, "past_sign_by"],
  ];
}

/** The clerk asks for the contract. The note carries the form's key, by which the slip is found again. */
export function askContract(scene: Scene, deal: Deal, over: Over = {}): Attempt {
  const { model } = scene;
  const signedOn = model.today();
  const note = `${scene.step}.${scene.keys}`;
  return onDeal(scene, deal, {
    ...{ ...over, post: "CLERK", says: "asks for the contract", command: signContract },
    more: { number: "", areaBasis: "GROSS", papers: CONTRACT_PAPERS, signedOn: day(signedOn), note },
    cases: () => [
      ...contractCases(scene, deal),
      [signedOn > model.today(), "date_future"],
      [deal.contractSlip?.open === true, "asked_already"],
    ],
    done: () => {
      deal.contractSlip = { ask: note, open: true, signedOn };
    },
  });
}

/** The clerk files the contract with the authority, once under each number. */
export function file(scene: Scene, deal: Deal, number: string, over: Over = {}): Attempt {
  const { model } = scene;
  const on = model.today();
  return onDeal(scene, deal, {
    ...{ ...over, post: "CLERK", says: `files under ${number} the contract`, command: fileContract },
    more: { number, on: day(on) },
    cases: () => [
      [deal.stage !== "CONTRACTED" || deal.filed, "wrong_state"],
      [deal.signedOn !== null && on < deal.signedOn, "date_past"],
      [on > model.today(), "date_future"],
      [model.filingNumbers.includes(number), "filing_number_used"],
    ],
    done: () => {
      model.filingNumbers.push(number);
      model.change(deal, { filed: true });
    },
  });
}
