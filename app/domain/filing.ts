import type { Day } from "./calendar";
import type { DealStage } from "./deal-state";
import { all, unless, type Verdict } from "./refusal";
import { canMove, type Place } from "./transition";

/** A paper of the housing authority: its number, and the day it was given. */
export type FiledPaper = { number: string; on: Day };

/** 网签: the contract goes online with the authority. */
export function canFile(
  stage: DealStage,
  state: Place<"filing">,
  paper: FiledPaper,
  signedOn: Day,
  today: Day,
): Verdict {
  return all(
    unless(stage === "CONTRACTED", "wrong_state", { line: "deal", action: "file", state: stage }),
    canMove("filing", "file", state),
    unless(paper.number.trim() !== "", "filing_number_missing"),
    isBetween(paper.on, signedOn, today),
  );
}

/** 备案: the authority has put it on record. */
export function canRecordFiling(
  stage: DealStage,
  state: Place<"filing">,
  paper: FiledPaper,
  filedOn: Day,
  today: Day,
): Verdict {
  return all(
    unless(stage === "CONTRACTED", "wrong_state", { line: "deal", action: "record", state: stage }),
    canMove("filing", "record", state),
    unless(paper.number.trim() !== "", "record_number_missing"),
    isBetween(paper.on, filedOn, today),
  );
}

function isBetween(on: Day, first: Day, last: Day): Verdict {
  return all(unless(on >= first, "date_past"), unless(on <= last, "date_future"));
}
