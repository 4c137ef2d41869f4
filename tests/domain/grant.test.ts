import { expect, it } from "vitest";
import { mayEnd, mayGive } from "~/domain/grant";

const admin = { actorId: "a" };
const code = (verdict: ReturnType<typeof mayGive>) => (verdict.ok ? "allowed" : verdict.refusal.code);

it.each([
  ["b", [], "CASHIER", "allowed"],
  ["a", [], "CASHIER", "own_grant"],
  ["b", ["CASHIER"], "ACCOUNTANT", "roles_conflict"],
  ["b", ["FINANCE"], "CASHIER", "roles_conflict"],
  ["b", ["ADMIN"], "MANAGER", "roles_conflict"],
  ["b", ["ADMIN"], "ANALYST", "allowed"],
  ["b", ["ACCOUNTANT"], "FINANCE", "allowed"],
] as const)("to %s with %j: %s is %s", (id, roles, role, said) => {
  expect(code(mayGive(admin, { id, roles }, role))).toBe(said);
});

it.each([
  ["b", 1, "allowed"],
  ["b", 0, "last_administrator"],
  ["a", 1, "own_grant"],
] as const)("from %s with %i others left is %s", (id, left, said) => {
  expect(code(mayEnd(admin, { id }, left))).toBe(said);
});
