import { expect, it } from "vitest";
import { backupState, lastDueAt } from "~/domain/backup";

const at = (text: string) => new Date(text);

it.each([
  ["2026-03-02T02:30:00+08:00", "2026-03-02T02:30:00+08:00"],
  ["2026-03-02T02:29:59+08:00", "2026-03-01T02:30:00+08:00"],
  ["2026-03-02T23:59:00+08:00", "2026-03-02T02:30:00+08:00"],
])("the day's backup was last due: at %s it is that of %s", (now, due) => {
  expect(lastDueAt("02:30", at(now))).toEqual(at(due));
});

it("takes no time of day that is none", () => {
  expect(() => lastDueAt("24:00", at("2026-03-02T00:00:00Z"))).toThrow(RangeError);
});

it.each([
  [null, null, "NONE"],
  ["2026-03-01T00:00:00Z", null, "GOOD"],
  ["2026-02-28T12:00:00Z", null, "GOOD"],
  ["2026-02-28T11:59:59Z", null, "OLD"],
  ["2026-03-01T00:00:00Z", "2026-03-01T01:00:00Z", "FAILED"],
  ["2026-03-01T02:00:00Z", "2026-03-01T01:00:00Z", "GOOD"],
  [null, "2026-03-01T01:00:00Z", "FAILED"],
] as const)("the last good one at %s and the last failed one at %s are %s", (good, failed, state) => {
  const last = { goodAt: good && at(good), failedAt: failed && at(failed) };
  expect(backupState(last, at("2026-03-02T00:00:00Z"))).toBe(state);
});
