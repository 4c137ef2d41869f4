import { type Attempt, attemptOf, type Code, firstOf } from "./attempt";
import { decideSlip } from "./decide-slip";
import { isOpen } from "./model";
import type { Post } from "./office";
import type { Deal, Payment, Receipt, Slip } from "./records";
import { contractCases, signByCases } from "./sale-moves";
import { actor, nextKey, type Scene } from "./scene";
import { standsIn } from "./substitute-moves";
import { type Over, who } from "./unit-moves";

type Question = {
  slip: Slip;
  about: string;
  /** Whose step it is. */
  post: Post;
  yes: boolean;
  /** What a yes is refused for, beyond the slip itself. */
  cases: () => readonly (readonly [boolean, Code])[];
  done: () => void;
};

/** Who answers; a director, where a manager should, only in his place. */
export type Answering = Over & { post?: Post };

export function answer(scene: Scene, question: Question, over: Answering): Attempt {
  const { slip, about, yes, cases, done } = question;
  const { no = scene.chance.whole(0, 2), post = question.post } = over;
  return attemptOf(scene, {
    says: `${who(post, no)} says ${yes ? "yes" : "no"} to ${about}`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), ask: slip.ask, yes, reason: yes ? "" : "不同意" },
    command: decideSlip,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [!isOpen(slip, scene.model.now), "wrong_state"],
        [post !== question.post && !standsIn(scene, no), "not_your_step"],
        ...(yes ? cases() : []),
      ),
    done: () => {
      slip.open = false;
      done();
    },
  });
}

/** The manager signs the contract, or does not. */
export function decideContract(scene: Scene, deal: Deal, yes: boolean, over: Answering = {}): Attempt | null {
  const slip = deal.contractSlip;
  if (!slip) return null;
  const question = {
    ...{ slip, about: `the contract of unit ${deal.unit.no}`, post: "MANAGER" as const, yes },
    cases: () => contractCases(scene, deal),
    done: () => {
      if (yes) scene.model.change(deal, { stage: "CONTRACTED", signedOn: slip.signedOn });
    },
  };
  return answer(scene, question, over);
}

/** The manager gives a price beyond the consultant's authority, or does not. */
export function decideSpecial(scene: Scene, deal: Deal, yes: boolean, over: Answering = {}): Attempt | null {
  const slip = deal.special;
  if (!slip) return null;
  const question = {
    ...{ slip, about: `the special price of unit ${deal.unit.no}`, post: "MANAGER" as const, yes },
    cases: () => [[deal.stage !== "HELD" || deal.special !== slip, "facts_changed"]] as const,
    done: () => {
      slip.given = yes;
    },
  };
  return answer(scene, question, over);
}

/** The manager gives a later day to sign the contract, or does not. */
export function decideSignBy(scene: Scene, deal: Deal, yes: boolean, over: Answering = {}): Attempt | null {
  const slip = deal.signBySlip;
  if (!slip) return null;
  const { until } = slip;
  const question = {
    ...{ slip, about: `a later day for unit ${deal.unit.no}`, post: "MANAGER" as const, yes },
    cases: () => signByCases(scene, deal, until),
    done: () => {
      if (yes) scene.model.change(deal, { signBy: until, signByExtensions: deal.signByExtensions + 1 });
    },
  };
  return answer(scene, question, over);
}

/** The accountant reverses a payment with its receipt, or leaves both. */
export function decidePayment(scene: Scene, payment: Payment, yes: boolean, over: Over = {}): Attempt | null {
  const { slip, receipts } = payment;
  if (!slip) return null;
  const question = {
    ...{ slip, about: `the reversal of payment ${payment.reference}`, post: "ACCOUNTANT" as const, yes },
    cases: () => [[payment.status !== "REVERSAL_ASKED", "wrong_state"]] as const,
    done: () => {
      payment.status = yes ? "REVERSED" : "CONFIRMED";
      if (yes) for (const receipt of receipts) reverse(scene, receipt);
    },
  };
  return answer(scene, question, over);
}

/** The accountant reverses a receipt, or leaves it. */
export function decideReceipt(scene: Scene, receipt: Receipt, yes: boolean, over: Over = {}): Attempt | null {
  const { slip, payment, deal } = receipt;
  if (!slip) return null;
  const question = {
    ...{
      slip,
      about: `the reversal of the receipt of ${payment.reference} for unit ${deal.unit.no}`,
      post: "ACCOUNTANT" as const,
      yes,
    },
    cases: () => [[receipt.status !== "REVERSAL_ASKED", "wrong_state"]] as const,
    done: () => {
      if (yes) reverse(scene, receipt);
      else if (receipt.status === "REVERSAL_ASKED") receipt.status = "RECORDED";
    },
  };
  return answer(scene, question, over);
}

function reverse({ model }: Scene, receipt: Receipt): void {
  receipt.status = "REVERSED";
  receipt.allocatedFen = 0;
  model.touched.add(receipt.deal);
}
