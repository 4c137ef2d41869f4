import { describe, expect, it } from "vitest";
import { type Centiares, centiares, centiaresFromSquareMetres } from "~/domain/area";
import { type AreaContract, canElect, canSettleArea, settleArea, USUAL_TOLERANCE } from "~/domain/area-settlement";
import { addDays, day } from "~/domain/calendar";
import { fen, fenFromYuan, yuan } from "~/domain/money";
import { type UnitPrice, unitPrice, unitPriceFromYuan } from "~/domain/unit-price";
import { csvRows, sharedData } from "../support/shared-data";
import { answerOf } from "./refused";

const FILE = sharedData("vectors/area-settlement.csv");
const NO_CHANGE = centiares(0);
const LAST = day("2026-03-31");

function contract(contracted: number, surveyed: number, over: Partial<AreaContract> = {}): AreaContract {
  const area = { contracted: centiares(contracted), surveyed: centiares(surveyed), byDesignChange: NO_CHANGE };
  return { basis: "GROSS", unitPrice: unitPrice(200_000_000), area, internal: null, ...over };
}

function measured(contracted: Centiares | null, surveyed: Centiares | null, price: UnitPrice | null): AreaContract {
  if (contracted === null || surveyed === null || price === null) throw new Error("a vector is unreadable");
  return {
    basis: "GROSS",
    unitPrice: price,
    area: { contracted, surveyed, byDesignChange: NO_CHANGE },
    internal: null,
  };
}

describe("area settlement", () => {
  it.each([
    [10_000, 10_000, "NONE", 0, false],
    [10_000, 10_200, "REAL", 40_000, false],
    [10_000, 10_300, "REAL", 60_000, false],
    [10_000, 10_500, "CAPPED", 60_000, true],
    [10_000, 9_800, "REAL", -40_000, false],
    [10_000, 9_700, "REAL", -60_000, false],
    [10_000, 9_400, "DOUBLED", -180_000, true],
    [9_000, 9_270, "REAL", 54_000, false],
    [9_000, 9_271, "CAPPED", 54_000, true],
  ] as const)("%i to %i centiares: %s, %i yuan, may cancel %s", (from, to, rule, pays, mayCancel) => {
    const settled = settleArea(contract(from, to), USUAL_TOLERANCE);
    expect(settled).toMatchObject({ rule, buyerPays: yuan(pays), buyerMayCancel: mayCancel });
  });

  it.skipIf(!FILE)("agrees with every published row", () => {
    for (const row of csvRows(FILE ?? "")) {
      const from = centiaresFromSquareMetres(row.contract_area ?? "");
      const to = centiaresFromSquareMetres(row.surveyed_area ?? "");
      const settled = settleArea(measured(from, to, unitPriceFromYuan(row.unit_price ?? "")), USUAL_TOLERANCE);
      expect(settled.buyerPays, row.surveyed_area).toBe(fenFromYuan(row.buyer_pays ?? ""));
      expect(Math.abs(settled.error - Number(row.error_percent) * 10_000)).toBeLessThan(1);
    }
  });

  it("leaves out what a design change explains", () => {
    const area = { contracted: centiares(10_000), surveyed: centiares(10_500), byDesignChange: centiares(400) };
    expect(settleArea(contract(0, 0, { area }), USUAL_TOLERANCE)).toMatchObject({
      rule: "REAL",
      buyerPays: yuan(20_000),
    });
  });

  it("lets a gross contract be cancelled on its internal error, an internal one on its own only", () => {
    const internal = { contracted: centiares(8_000), surveyed: centiares(7_700), byDesignChange: NO_CHANGE };
    expect(settleArea(contract(10_000, 10_100, { internal }), USUAL_TOLERANCE)).toMatchObject({
      rule: "REAL",
      buyerMayCancel: true,
    });
    const settled = settleArea(contract(10_000, 10_100, { basis: "INTERNAL", internal }), USUAL_TOLERANCE);
    expect(settled.buyerMayCancel).toBe(false);
  });

  it.each([
    [10_300, false],
    [10_400, true],
  ])("pays nothing by set at %i, and lets cancel beyond the tolerance: %s", (surveyed, buyerMayCancel) => {
    const settled = settleArea(contract(10_000, surveyed, { basis: "SET", unitPrice: null }), USUAL_TOLERANCE);
    expect(settled).toMatchObject({ rule: "SET", buyerPays: fen(0), buyerMayCancel });
  });

  it.each([
    [{}, "allowed"],
    [{ presale: false }, "not_presale"],
    [{ surveyed: false }, "surveyed_area_missing"],
    [{ basis: null }, "contract_basis_missing"],
    [{ designChangeOpen: true }, "design_change_open"],
    [{ settled: true }, "settlement_exists"],
  ] as const)("of a unit with %j: %s", (over, expected) => {
    const unit = { presale: true, surveyed: true, basis: "GROSS", designChangeOpen: false, settled: false } as const;
    expect(answerOf(canSettleArea({ ...unit, ...over }))).toBe(expected);
  });

  it("may be elected against in time, beyond the tolerance only", () => {
    const beyond = settleArea(contract(10_000, 10_500), USUAL_TOLERANCE);
    const within = settleArea(contract(10_000, 10_100), USUAL_TOLERANCE);
    expect(answerOf(canElect(beyond, LAST, LAST))).toBe("allowed");
    expect(answerOf(canElect(beyond, addDays(LAST, 1), LAST))).toBe("election_over");
    expect(answerOf(canElect(within, LAST, LAST))).toBe("within_tolerance");
  });
});
