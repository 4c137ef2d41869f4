import { describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { definitionOf, isSettingKey, maySet, readSetting, SETTING_GROUPS, SETTINGS } from "~/domain/setting";
import { accepts } from "~/domain/settings/definition";
import { ALERT_SETTINGS, APPROVAL_SETTINGS, SCREEN_SETTINGS } from "~/domain/settings/screens";
import { STEP_SETTINGS } from "~/features/deals/step-settings";

const TODAY = day("2026-03-02");

describe("a value as typed", () => {
  it.each([
    ["holdHours", "48", 48],
    ["holdHours", "1.5", null],
    ["holdHours", "many", null],
    ["managerDepthPpm", "2.5", 25_000],
    ["managerDepthPpm", "2.5%", 25_000],
    ["managerDepthPpm", "0.00001", null],
    ["earnestYuan", "50,000", 50_000],
    ["discountOrder", "SUBTRACT_THEN_MULTIPLY", "SUBTRACT_THEN_MULTIPLY"],
  ] as const)("%s %s is read as %s", (key, typed, value) => {
    expect(readSetting(key, typed)).toBe(value);
  });
});

it.each([
  ["holdHours", 24, "2026-03-02", "allowed"],
  ["holdHours", 721, "2026-03-02", "value_out_of_range"],
  ["holdHours", 24, "2026-03-01", "date_past"],
  ["permitGuard", "SILENT", "2026-03-02", "value_out_of_range"],
  ["permitGuard", "WARN", "2026-04-01", "allowed"],
] as const)("%s set to %s from %s: %s", (key, value, from, said) => {
  const verdict = maySet(key, value, day(from), TODAY);
  expect(verdict.ok ? "allowed" : verdict.refusal.code).toBe(said);
});

it("names every setting on a screen on which it acts", () => {
  const shown = [SCREEN_SETTINGS, APPROVAL_SETTINGS, ALERT_SETTINGS, STEP_SETTINGS].flatMap((screens) =>
    Object.values(screens).flat(),
  );
  expect([...new Set(shown)].sort()).toEqual(Object.keys(SETTINGS).sort());
});

it("has every setting in one group of the screen, with an initial value that it accepts", () => {
  const listed = Object.values(SETTING_GROUPS).flat();
  expect([...listed].sort()).toEqual(Object.keys(SETTINGS).sort());
  for (const key of Object.keys(SETTINGS).filter(isSettingKey)) {
    expect(accepts(definitionOf(key), definitionOf(key).initial)).toBe(true);
  }
});
