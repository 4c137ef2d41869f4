import { addDays, type Day } from "./calendar";
import type { DealStage } from "./deal-state";
import { type Fen, fen } from "./money";
import { all, allow, refuse, unless, type Verdict } from "./refusal";
import { canMove } from "./transition";

/** 建筑面积, 套内面积, 按套: by which area the contract prices the unit. */
export const AREA_BASES = ["GROSS", "INTERNAL", "SET"] as const;
export type AreaBasis = (typeof AREA_BASES)[number];

/** What stands ready for a signature. `firstPayment` is what the plan asks for before it. */
export type ContractFacts = {
  changeUnfinished: boolean;
  sealed: boolean;
  /** Mortgaged by the developer, and the bank's consent is not on record. */
  mortgagedWithoutConsent: boolean;
  firstPayment: Fen;
  receipted: Fen;
  /** The last day to sign, as extended by approvals; null for a direct contract. */
  signBy: Day | null;
  checklist: readonly { name: string; done: boolean }[];
  areaBasis: AreaBasis | null;
};

/** The contract after a reservation: money in, in time, papers together, area basis fixed. */
export function canSignContract(stage: DealStage, facts: ContractFacts, today: Day): Verdict {
  return all(canMove("deal", "sign_contract", stage), contractHolds(facts, today));
}

/** A contract without reservation 直签, from nothing or from one's own hold, where the setting allows it. */
export function canContractDirectly(
  from: "-" | DealStage,
  directAllowed: boolean,
  facts: ContractFacts,
  today: Day,
): Verdict {
  return all(
    canMove("deal", "contract_directly", from),
    unless(directAllowed, "direct_not_allowed"),
    contractHolds(facts, today),
  );
}

/** The last day to file the contract 网签 (thirty days by law; a dated setting). */
export function fileByOf(contractedOn: Day, days: number): Day {
  return addDays(contractedOn, days);
}

function contractHolds(facts: ContractFacts, today: Day): Verdict {
  const missing = fen(Math.max(0, facts.firstPayment - facts.receipted));
  const open = facts.checklist.filter((item) => !item.done);
  return all(
    unless(!facts.changeUnfinished, "change_unfinished"),
    unless(!facts.sealed, "unit_sealed"),
    unless(!facts.mortgagedWithoutConsent, "unit_mortgaged"),
    unless(missing === 0, "first_payment_not_receipted", { missing, firstPayment: facts.firstPayment }),
    facts.signBy !== null && today > facts.signBy ? refuse("past_sign_by", { signBy: facts.signBy }) : allow,
    unless(open.length === 0, "checklist_incomplete", { missing: open.map((item) => item.name).join("、") }),
    unless(facts.areaBasis !== null, "area_basis_missing"),
  );
}
