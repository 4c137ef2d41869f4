import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { expireHolds } from "~/features/deals/expire-holds.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { expireWithholdings } from "~/features/units/expire-withholdings.server";
import { liftWithholding } from "~/features/units/lift-withholding.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenProject, givenUnit, NOW, refused } from "../../support/given";
import { formOn, givenHold, givenOffice } from "../../support/sell";

afterAll(closeDb);

const iso = (hours: number) => hoursAfter(NOW, hours).toISOString();

describe("placing a hold", () => {
  it.each([
    [{ releaseState: "UNRELEASED" as const }, {}, "unit_not_released"],
    [{ releaseState: "WITHHELD" as const, withheldReason: "x", withheldUntil: NOW }, {}, "unit_withheld"],
    [{ sealed: true }, {}, "unit_sealed"],
    [{ saleCategory: "KEPT" as const }, {}, "not_for_sale"],
    [{}, { hours: 25 }, "hold_too_long"],
    [{}, { until: iso(-1) }, "until_past"],
  ])("on %o for %o is refused: %s", async (over, asked, code) => {
    const office = await givenOffice({ unit: over });
    const request = { key: newId(), unitId: office.unit.id, customerId: office.buyer.id, ...asked };
    expect(await attempt(placeHold(office.desk.CONSULTANT, request))).toMatchObject(refused(code));
  });

  it("is for one's own customers, of one's own project", async () => {
    const { project, desk, unit, buyer } = await givenOffice();
    const other = await asStaff("CONSULTANT", project);
    const request = { key: newId(), unitId: unit.id, customerId: buyer.id };
    expect(await attempt(placeHold(other, request))).toMatchObject(refused("not_your_customer"));
    const away = await givenProject();
    const foreignUnit = await givenUnit(away);
    const foreignCustomer = await givenCustomer(away, null);
    const tries = [{ unitId: foreignUnit.id }, { customerId: foreignCustomer.id }];
    for (const over of tries) {
      const outcome = await attempt(placeHold(desk.CONTROLLER, { ...request, key: newId(), ...over }));
      expect(outcome).toMatchObject(refused("not_found"));
    }
    const { dealId } = await placeHold(desk.CONTROLLER, { ...request, key: newId() });
    const deal = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { shares: true } });
    expect(deal.consultantId).toBe(desk.CONSULTANT.actorId);
    expect(deal.shares).toMatchObject([{ userId: desk.CONSULTANT.actorId, ppm: 1_000_000 }]);
  });

  it("answers a repeated form as before, and refuses its key for anything else", async () => {
    const { desk, unit, buyer } = await givenOffice();
    const request = { key: newId(), unitId: unit.id, customerId: buyer.id, hours: 3 };
    const answers = await Promise.all(Array.from({ length: 8 }, () => placeHold(desk.CONSULTANT, request)));
    expect(new Set(answers.map(({ dealId }) => dealId)).size).toBe(1);
    const other = attempt(placeHold(desk.CONSULTANT, { ...request, hours: 4 }));
    expect(await other).toMatchObject(refused("idempotency_mismatch"));
  });

  it("answers a form as before also when its time is over, and when the unit is free again", async () => {
    const { desk, unit, buyer } = await givenOffice();
    const until = hoursAfter(NOW, 2).toISOString();
    const request = { key: newId(), unitId: unit.id, customerId: buyer.id, until };
    const first = await placeHold(desk.CONSULTANT, request);
    await releaseHold(desk.CONSULTANT, { key: newId(), dealId: first.dealId, version: 1, reason: "" });
    expect(await placeHold(desk.CONSULTANT, request)).toEqual(first);
    expect(await placeHold({ ...desk.CONSULTANT, now: hoursAfter(NOW, 3) }, request)).toEqual(first);
  });
});

describe("a hold", () => {
  it("is given up by its holder, not by a colleague", async () => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const colleague = await asStaff("CONSULTANT", office.project);
    expect(await attempt(releaseHold(colleague, await formOn(dealId)))).toMatchObject(refused("not_your_hold"));
    await releaseHold(office.desk.CONSULTANT, await formOn(dealId));
    expect(await db.claim.count({ where: { unitId: office.unit.id, endedAt: null } })).toBe(0);
  });

  it("is extended so many times, then no more", async () => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    for (const hours of [48, 72]) {
      await extendHold(office.desk.CONTROLLER, { ...(await formOn(dealId)), until: iso(hours) });
    }
    const third = await attempt(extendHold(office.desk.CONTROLLER, { ...(await formOn(dealId)), until: iso(96) }));
    expect(third).toMatchObject({ refusal: { code: "extensions_used_up", params: { maxExtensions: 2 } } });
    const stage = async () => (await db.deal.findUniqueOrThrow({ where: { id: dealId } })).stage;
    await expireHolds(hoursAfter(NOW, 71));
    expect(await stage()).toBe("HELD");
    await expireHolds(hoursAfter(NOW, 72));
    expect(await stage()).toBe("EXPIRED");
  });
});

describe("withholding", () => {
  it("takes a unit off the offer until its time, and back", async () => {
    const { desk, unit, buyer } = await givenOffice({ settings: { withholdCap: 1 } });
    const ask = { key: newId(), unitId: unit.id, version: 1, reason: "样板间", until: iso(24) };
    await withholdUnit(desk.CONTROLLER, ask);
    const hold = { key: newId(), unitId: unit.id, customerId: buyer.id };
    expect(await attempt(placeHold(desk.CONSULTANT, hold))).toMatchObject(refused("unit_withheld"));
    expect(await attempt(withholdUnit(desk.CONTROLLER, { ...ask, key: newId() }))).toMatchObject(
      refused("stale_version"),
    );
    await liftWithholding(desk.CONTROLLER, { key: newId(), unitId: unit.id, version: 2 });
    await withholdUnit(desk.CONTROLLER, { ...ask, key: newId(), version: 3 });
    await expireWithholdings(hoursAfter(NOW, 24));
    await placeHold(desk.CONSULTANT, { ...hold, key: newId() });
    const taken = await attempt(withholdUnit(desk.CONTROLLER, { ...ask, key: newId(), version: 5 }));
    expect(taken).toMatchObject(refused("unit_taken"));
  });
});
