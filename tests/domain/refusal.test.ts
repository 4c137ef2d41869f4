import { expect, it } from "vitest";
import { all, allow, demand, REFUSAL_CODES, Refused, refuse, unless } from "~/domain/refusal";

it("names every refusal once, in words for machines", () => {
  expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
  for (const code of REFUSAL_CODES) expect(code).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
});

it("answers with the first refusal", () => {
  expect(all()).toEqual(allow);
  expect(all(allow, refuse("not_found"), refuse("try_again"))).toEqual(refuse("not_found"));
  expect(unless(true, "not_found")).toEqual(allow);
  expect(unless(false, "unit_taken", { by: "Li" })).toEqual({
    ok: false,
    refusal: { code: "unit_taken", params: { by: "Li" } },
  });
});

it("throws a refusal out of a command, and lets the rest pass", () => {
  expect(() => demand(refuse("locked_out", { minutes: 15 }))).toThrow(Refused);
  expect(() => demand(allow)).not.toThrow();
  try {
    demand(refuse("locked_out", { minutes: 15 }));
  } catch (error) {
    expect(error).toMatchObject({ refusal: { code: "locked_out", params: { minutes: 15 } } });
  }
});
