import { expect, it } from "vitest";
import { centiares } from "~/domain/area";
import { fen } from "~/domain/money";
import { differences, efficiencyOf } from "~/features/units/compare";

it("tells what each unit costs more than the cheapest that has a price", () => {
  expect(differences([fen(300), null, fen(100), fen(100)])).toEqual([200, null, 0, 0]);
  expect(differences([null, null])).toEqual([null, null]);
});

it("divides internal by gross area, to the hundredth of a percent, half up", () => {
  expect(efficiencyOf(centiares(7_012), centiares(8_950))).toBe(783_500);
  expect(efficiencyOf(centiares(1), centiares(3))).toBe(333_300);
  expect(efficiencyOf(centiares(2), centiares(3))).toBe(666_700);
  expect(efficiencyOf(centiares(0), centiares(3))).toBeNull();
  expect(efficiencyOf(centiares(3), centiares(0))).toBeNull();
});
