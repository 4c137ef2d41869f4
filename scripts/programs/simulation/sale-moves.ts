import { day } from "~/domain/calendar";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import type { Attempt } from "./attempt";
import { onDeal } from "./hold-moves";
import { type Deal, isLive } from "./model";
import type { Scene } from "./scene";
import type { Over } from "./unit-moves";

/** The consultant writes the subscription, anew if there was one; what was confirmed before is open again. */
export function draft(scene: Scene, deal: Deal, terms: { discount: boolean; earnestFen: number }, over: Over = {}) {
  const { model, office } = scene;
  const { listFen } = deal.unit;
  const priceFen = terms.discount ? (listFen / 100) * 98 : listFen;
  const no = over.no ?? deal.consultant;
  return onDeal(scene, deal, {
    ...{ ...over, no, post: "CONSULTANT", command: draftSubscription },
    says: `drafts ${terms.discount ? "at 98 %" : "at list price"}, earnest ${terms.earnestFen}, the subscription`,
    more: {
      ...{ ownershipForm: "SOLE", buyers: [{ customerId: deal.customer.id, sharePpm: null }], planId: office.planId },
      ...{ schemeIds: terms.discount ? [office.schemeId] : [], specialOffFen: 0, relation: null, reason: "" },
      ...{ earnestFen: terms.earnestFen, eligible: true, eligibilityNote: "本市户籍" },
    },
    cases: () => [
      [!isLive(deal), "deal_ended"],
      [deal.stage !== "HELD", "wrong_state"],
      [no !== deal.consultant, "not_your_hold"],
      [deal.step === "SIGNED", "subscription_signed"],
      [deal.customer.idNumber === null, "buyers_incomplete"],
    ],
    done: () => model.change(deal, { step: "DRAFTED", priceFen, earnestFen: terms.earnestFen }),
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
    ],
    done: () => {
      model.change(deal, { step: "SIGNED", owedFen: deal.priceFen, holdUntil: model.now + PAY_BY });
      for (const { amountFen, receipt } of model.receiptsOn(deal))
        if (receipt.status === "RECORDED") receipt.allocatedFen = amountFen;
      model.takeEffectIfPaid(deal);
    },
  });
}

const PAY_BY = 24 * 3_600_000;

/** What stands in the way of a contract, when it is asked for and when it is signed. */
export function contractCases({ model }: Scene, deal: Deal): (readonly [boolean, string])[] {
  return [
    [!isLive(deal), "deal_ended"],
    [deal.stage !== "RESERVED", "wrong_state"],
    [model.receiptedFen(deal) < model.firstPaymentFen(deal), "first_payment_not_receipted"],
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
