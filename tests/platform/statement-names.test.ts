import { expect, it } from "vitest";
import { statementNames } from "~/platform/statement-names.server";

const ask = (sql: string) => ({ sql, args: [1] });

it("names a statement when it comes again, and always by the same name", () => {
  const nameOf = statementNames();
  expect(nameOf(ask("SELECT 1"))).toBe("");
  const name = nameOf(ask("SELECT 1"));
  expect(name).not.toBe("");
  expect(nameOf(ask("SELECT 2"))).toBe("");
  expect(nameOf(ask("SELECT 2"))).not.toBe(name);
  expect(nameOf(ask("SELECT 1"))).toBe(name);
});

it("names no more than so many, and nothing without parameters", () => {
  const nameOf = statementNames(1);
  for (let times = 0; times < 3; times++) expect(nameOf({ sql: "BEGIN", args: [] })).toBe("");
  nameOf(ask("SELECT 1"));
  expect(nameOf(ask("SELECT 1"))).not.toBe("");
  nameOf(ask("SELECT 2"));
  expect(nameOf(ask("SELECT 2"))).toBe("");
});
