import { describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { ROLES, type Role, rolesConflict } from "~/domain/permission";
import {
  approvingRoles,
  canSubstitute,
  maySetFor,
  type Substitution,
  standsUnder,
  substitutionState,
} from "~/domain/substitution";
import { answerOf } from "./refused";

const TODAY = day("2026-03-02");
const days = (fromOn = "2026-03-02", untilOn = "2026-03-05") => ({ fromOn: day(fromOn), untilOn: day(untilOn) });
const person = (id: string, ...roles: Role[]) => ({ id, roles });
const setter = (actorId: string, ...roles: Role[]) => ({ actorId, roles });
const row = (forId: string, byId: string, over: Partial<Substitution> = {}): Substitution => ({
  forId,
  byId,
  kind: null,
  endedAt: null,
  ...days(),
  ...over,
});

describe("who may hand approvals over", () => {
  // Everybody for himself who approves; the floor's leaders for those below; the administrator for everybody.
  const FOR_OTHERS: Partial<Record<Role, readonly Role[]>> = {
    MANAGER: ["CONTROLLER", "MANAGER"],
    DIRECTOR: ["CONTROLLER", "MANAGER", "DIRECTOR"],
    ADMIN: ["CONTROLLER", "MANAGER", "DIRECTOR", "GM", "ACCOUNTANT", "FINANCE"],
  };
  const APPROVERS = ROLES.filter((role) => approvingRoles([role]).length > 0);

  it("knows the six roles that approve", () => {
    expect(APPROVERS).toEqual(["CONTROLLER", "MANAGER", "DIRECTOR", "GM", "ACCOUNTANT", "FINANCE"]);
  });

  it.each(ROLES.flatMap((by) => APPROVERS.map((of) => [by, of] as const)))("%s for the %s", (by, of) => {
    expect(maySetFor(setter("c", by), person("a", of)).ok).toBe(FOR_OTHERS[by]?.includes(of) ?? false);
    expect(maySetFor(setter("a", by), person("a", by)).ok).toBe(approvingRoles([by]).length > 0);
  });

  it("goes by the highest of the absent's roles", () => {
    expect(answerOf(maySetFor(setter("c", "MANAGER"), person("a", "CONTROLLER", "DIRECTOR")))).toBe("absent_above_you");
  });
});

describe("a substitute", () => {
  const can = (
    by = setter("a", "DIRECTOR"),
    absent = person("a", "DIRECTOR"),
    substitute = person("b", "MANAGER"),
    on = days(),
  ) => canSubstitute(by, absent, substitute, on, TODAY);

  it("is somebody else who approves, from today on", () => {
    expect(answerOf(can())).toBe("allowed");
    expect(answerOf(can(undefined, undefined, person("a", "DIRECTOR")))).toBe("substitute_self");
    expect(answerOf(can(undefined, undefined, person("b", "CONSULTANT")))).toBe("substitute_no_approver");
    expect(answerOf(can(undefined, undefined, undefined, days("2026-03-01")))).toBe("date_past");
    expect(answerOf(can(undefined, undefined, undefined, days("2026-03-05", "2026-03-04")))).toBe("days_reversed");
  });

  it("never takes it by himself", () => {
    expect(answerOf(can(setter("b", "DIRECTOR"), person("a", "MANAGER"), person("b", "DIRECTOR")))).toBe(
      "substitute_chosen_by_himself",
    );
  });

  it("needs somebody who has something to hand over", () => {
    expect(answerOf(can(setter("x", "ADMIN"), person("a", "CONSULTANT")))).toBe("nothing_to_substitute");
  });

  it.each(ROLES)("%s and the accountant do not meet in one person where the law keeps them apart", (role) => {
    const verdict = can(setter("x", "ADMIN"), person("a", "ACCOUNTANT"), person("b", "MANAGER", role));
    expect(verdict.ok).toBe(rolesConflict(["MANAGER", role, "ACCOUNTANT"]).ok);
  });
});

describe("standing in", () => {
  it.each([
    ["2026-03-01", "COMING"],
    ["2026-03-02", "IN_FORCE"],
    ["2026-03-05", "IN_FORCE"],
    ["2026-03-06", "OVER"],
  ] as const)("on %s is %s", (on, state) => {
    expect(substitutionState(row("a", "b"), day(on))).toBe(state);
    expect(substitutionState(row("a", "b", { endedAt: new Date(0) }), day(on))).toBe("ENDED");
    expect(standsUnder([row("a", "b")], "b", "REFUND", day(on))).toHaveLength(state === "IN_FORCE" ? 1 : 0);
  });

  it("goes to whoever was named for the kind, else to the one for everything", () => {
    const rows = [row("a", "b"), row("a", "c", { kind: "REFUND" })];
    expect(standsUnder(rows, "b", "REFUND", TODAY)).toEqual([]);
    expect(standsUnder(rows, "c", "REFUND", TODAY)).toEqual([rows[1]]);
    expect(standsUnder(rows, "b", "CONTRACT", TODAY)).toEqual([rows[0]]);
    expect(standsUnder(rows, "c", "CONTRACT", TODAY)).toEqual([]);
  });

  it("is not passed on", () => {
    const rows = [row("a", "b"), row("b", "c")];
    expect(standsUnder(rows, "c", "REFUND", TODAY).map(({ forId }) => forId)).toEqual(["b"]);
  });
});
