import { describe, expect, expectTypeOf, it } from "vitest";
import type { DealStage } from "~/domain/deal-state";
import { isPermission, PERMISSIONS, ROLES } from "~/domain/permission";
import type { Row } from "~/domain/permissions/role";
import { REFUSAL_CODES } from "~/domain/refusal";
import {
  type ActionOf,
  canMove,
  isFinal,
  LINES,
  type LineName,
  movesOf,
  NOTHING_YET,
  nextStates,
  permissionFor,
  type StateOf,
  statesOf,
  whoMay,
} from "~/domain/transition";
import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import { csvRows, sharedDesign } from "../support/shared-data";

const NAMES = Object.keys(LINES) as LineName[];

type Tabled = {
  line: string;
  action: string;
  from: string[];
  to: string;
  who: string[];
  approver: string[];
  guards: string[];
};

function words(cell: string | undefined): string[] {
  return cell ? cell.split("|") : [];
}

function tabled(file: string): Tabled[] {
  return csvRows(file).map((row) => ({
    line: row.line ?? "",
    action: row.action ?? "",
    from: words(row.from),
    to: row.to ?? "",
    who: words(row.who?.toUpperCase()),
    approver: words(row.approver?.toUpperCase()),
    guards: words(row.guards),
  }));
}

/** Each line × action × state, also states that the action does not start from. */
function grid(line: LineName): { action: ActionOf<LineName>; from: string }[] {
  const actions = [...new Set(movesOf(line).map((move) => move.action))] as ActionOf<LineName>[];
  return actions.flatMap((action) => [NOTHING_YET, ...statesOf(line)].map((from) => ({ action, from })));
}

describe("the table of moves", () => {
  const file = sharedDesign("transitions.csv");

  it.skipIf(!file)("is the agreed one, row by row", () => {
    const ours = NAMES.flatMap((line) => movesOf(line).map((move) => ({ line, ...move })));
    const byLine = (rows: { line: string }[]) => rows.toSorted((a, b) => a.line.localeCompare(b.line));
    expect(byLine(ours)).toEqual(byLine(tabled(file ?? "")));
  });

  it.skipIf(!file)("leads where the agreed one leads, over every line, action and state", () => {
    const rows = tabled(file ?? "");
    for (const line of NAMES) {
      for (const { action, from } of grid(line)) {
        const at = (row: Tabled) => row.line === line && row.action === action && row.from.includes(from);
        const expected = rows.filter(at).map((row) => row.to);
        expect(nextStates(line, action as never, from as never), `${line} ${action} from ${from}`).toEqual(expected);
      }
    }
  });

  it("is typed by line", () => {
    expectTypeOf<StateOf<"deal">>().toEqualTypeOf<DealStage>();
    expectTypeOf<StateOf<"unit">>().toEqualTypeOf<SaleState>();
    expect(statesOf("unit").toSorted()).toEqual(SALE_STATES.toSorted());
  });
});

describe("the way of a sale", () => {
  it.each([
    ["place_hold", "-", ["HELD"]],
    ["extend_hold", "HELD", ["HELD"]],
    ["release_hold", "HELD", ["VOIDED"]],
    ["cancel_hold", "HELD", ["CANCELLED"]],
    ["expire_hold", "HELD", ["EXPIRED"]],
    ["draft_subscription", "HELD", ["HELD"]],
    ["confirm_unit", "HELD", ["HELD"]],
    ["sign_subscription", "HELD", ["HELD"]],
    ["make_effective", "HELD", ["RESERVED"]],
    ["sign_contract", "RESERVED", ["CONTRACTED"]],
    ["contract_directly", "-", ["CONTRACTED"]],
    ["contract_directly", "HELD", ["CONTRACTED"]],
    ["execute_cancellation", "CONTRACTED", ["CANCELLED"]],
    ["forfeit_earnest", "EXPIRED", ["FORFEITED"]],
    ["place_hold", "HELD", []],
    ["make_effective", "RESERVED", []],
    ["sign_contract", "HELD", []],
    ["execute_cancellation", "HELD", []],
  ] as const)("%s from %s leads to %j", (action, from, expected) => {
    expect(nextStates("deal", action, from)).toEqual(expected);
  });

  it("lets the facts decide where a unit comes to when its claim ends", () => {
    expect(nextStates("unit", "end_claim", "RESERVED")).toEqual(["AVAILABLE", "QUEUED", "WITHHELD", "UNRELEASED"]);
    expect(nextStates("unit", "end_claim", "HELD")).toEqual(["AVAILABLE", "QUEUED"]);
  });
});

describe.each(NAMES)("%s", (line) => {
  it("moves only from its own states, and says so otherwise", () => {
    for (const { action, from } of grid(line)) {
      const starts = movesOf(line).some((move) => move.action === action && move.from.includes(from));
      const verdict = canMove(line, action as never, from as never);
      expect(verdict.ok).toBe(starts);
      if (!verdict.ok) expect(verdict.refusal).toEqual({ code: "wrong_state", params: { line, action, state: from } });
    }
  });

  it("begins somewhere, reaches every state, and stops only where it is final", () => {
    const reached = new Set<string>([NOTHING_YET]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const move of movesOf(line)) if (move.from.some((from) => reached.has(from))) reached.add(move.to);
    }
    for (const state of statesOf(line)) {
      expect(reached, `${state} is reached`).toContain(state);
      const out = movesOf(line).some((move) => move.from.includes(state) && move.to !== state);
      expect(isFinal(line, state as never), `${state} is final`).toBe(!out);
    }
  });

  it("names known refusals, and the same people wherever an action starts", () => {
    for (const move of movesOf(line)) {
      for (const guard of move.guards) expect(REFUSAL_CODES).toContain(guard);
      expect(new Set(move.guards).size).toBe(move.guards.length);
      expect(move.who).toEqual(whoMay(line, move.action as never));
    }
  });

  it("lets exactly those act who hold the right, and asks where another approves", () => {
    for (const move of movesOf(line)) {
      const name = permissionFor(line, move.action as never);
      if (!name || !isPermission(name)) continue;
      const row: Row = PERMISSIONS[name];
      const holders = ROLES.filter((role) => [row.own, row.scope, row.ask].some((cell) => cell?.includes(role)));
      expect(holders, name).toEqual(move.who.filter((who) => who !== "SYSTEM"));
      const asks = move.action.startsWith("request_") || move.approver.length > 0;
      expect(row.ask?.length ?? 0, name).toBe(asks ? holders.length : 0);
    }
  });
});
