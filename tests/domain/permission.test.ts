import { describe, expect, it } from "vitest";
import {
  askReachOf,
  isPermission,
  may,
  mayAsk,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
  reachOf,
  rolesConflict,
} from "~/domain/permission";
import type { Row } from "~/domain/permissions/role";
import { csvRows, sharedDesign } from "../support/shared-data";

const NAMES = Object.keys(PERMISSIONS) as Permission[];

function cellOf(name: Permission, role: Role): string {
  const row: Row = PERMISSIONS[name];
  const found = (["own", "scope", "ask"] as const).filter((cell) => row[cell]?.includes(role));
  expect(found.length, `${name} ${role} stands once`).toBeLessThanOrEqual(1);
  return found[0] ?? "-";
}

describe("the table of permissions", () => {
  const file = sharedDesign("permissions.csv");

  it.skipIf(!file)("is the agreed one, cell by cell", () => {
    const rows = csvRows(file ?? "");
    expect(rows.map((row) => row.permission).toSorted()).toEqual(NAMES.toSorted());
    for (const row of rows) {
      const name = row.permission ?? "";
      if (!isPermission(name)) throw new Error(`${name} is missing`);
      for (const role of ROLES) expect(cellOf(name, role), `${name} for ${role}`).toBe(row[role.toLowerCase()]);
    }
  });

  it.each(NAMES)("%s is held by somebody, and only the named may", (name) => {
    const cells = ROLES.map((role) => cellOf(name, role));
    expect(cells.some((cell) => cell !== "-")).toBe(true);
    for (const role of ROLES) {
      const cell = cellOf(name, role);
      const held = permissionsOf([role]);
      expect(may(held, name).ok, `${role} may`).toBe(cell === "own" || cell === "scope");
      expect(mayAsk(held, name).ok, `${role} may ask`).toBe(cell !== "-");
      expect(reachOf(held, name), `${role} reaches`).toBe(cell === "own" || cell === "scope" ? cell : null);
    }
  });
});

describe("what one holds", () => {
  it("is the farthest reach of all one's roles", () => {
    expect(reachOf(permissionsOf(["CONSULTANT"]), "deal:place_hold")).toBe("own");
    expect(reachOf(permissionsOf(["CONSULTANT", "CONTROLLER"]), "deal:place_hold")).toBe("scope");
    expect(reachOf(permissionsOf([]), "project:read")).toBeNull();
  });

  it("is no right to do where it is a right to ask", () => {
    const planner = permissionsOf(["PLANNER"]);
    expect(may(planner, "discount_scheme:publish")).toMatchObject({
      refusal: { code: "not_permitted", params: { needed: "discount_scheme:publish" } },
    });
    expect(mayAsk(planner, "discount_scheme:publish").ok).toBe(true);
    expect(mayAsk(planner, "unit:withhold").ok).toBe(false);
  });

  it("reaches own records when a consultant or buyer asks, the scope when the office asks", () => {
    expect(askReachOf(permissionsOf(["CONSULTANT"]), "change_request:request_swap")).toBe("own");
    expect(askReachOf(permissionsOf(["BUYER"]), "change_request:request_swap")).toBe("own");
    expect(askReachOf(permissionsOf(["CLERK"]), "change_request:request_swap")).toBe("scope");
    expect(askReachOf(permissionsOf(["CONSULTANT", "CLERK"]), "change_request:request_swap")).toBe("scope");
    expect(askReachOf(permissionsOf(["CASHIER"]), "change_request:request_swap")).toBeNull();
  });
});

describe("roles that one person never has together", () => {
  const apartFromAdmin: Role[] = ["CONTROLLER", "MANAGER", "DIRECTOR", "GM", "CASHIER", "ACCOUNTANT", "FINANCE"];
  const pairs = ROLES.flatMap((a, at) => ROLES.slice(at + 1).map((b) => [a, b] as const));

  it.each(pairs)("%s with %s", (a, b) => {
    const has = (role: Role) => a === role || b === role;
    const money = has("CASHIER") && (has("ACCOUNTANT") || has("FINANCE"));
    const admin = has("ADMIN") && apartFromAdmin.some(has);
    const verdict = rolesConflict([a, b]);
    expect(verdict.ok).toBe(!(money || admin));
    if (!verdict.ok) expect(verdict.refusal.code).toBe("roles_conflict");
  });

  it.each(ROLES)("%s alone is no conflict", (role) => {
    expect(rolesConflict([role]).ok).toBe(true);
  });
});
