import { afterAll, expect, it } from "vitest";
import { addDays, day, isRestDay } from "~/domain/calendar";
import { getCalendar } from "~/features/projects/get-calendar.server";
import { type SetCalendarDays, setCalendarDays } from "~/features/projects/set-calendar-days.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../support/as-company";
import { refused, TODAY } from "../support/given";
import { givenOffice, givenReserved } from "../support/sell";

afterAll(closeDb);

const days = (over: Partial<SetCalendarDays> = {}): SetCalendarDays => ({
  key: newId(),
  kind: "REST",
  from: day("2026-03-10"),
  to: day("2026-03-11"),
  name: "公司周年",
  source: "公司通知 3 号",
  ...over,
});

it("moves a signing date that falls on a day off, for subscriptions that take effect from then on", async () => {
  const admin = await asCompany("ADMIN");
  const before = await givenReserved(await givenOffice({ settings: { signByDays: 8 } }));
  await setCalendarDays(admin, days());
  const after = await givenReserved(await givenOffice({ settings: { signByDays: 8 } }));
  const signBy = async (dealId: string) =>
    (await db.subscription.findUniqueOrThrow({ where: { dealId } })).signBy?.toISOString().slice(0, 10);
  expect([await signBy(before), await signBy(after)]).toEqual(["2026-03-10", "2026-03-12"]);
  expect(await getCalendar(admin, 2026)).toMatchObject({
    lines: expect.arrayContaining([
      { from: "2026-03-10", to: "2026-03-11", kind: "REST", name: "公司周年", source: "公司通知 3 号", by: "ADMIN" },
      expect.objectContaining({ from: "2026-10-01", to: "2026-10-07", kind: "REST", by: null }),
    ]),
  });
  await setCalendarDays({ ...admin, now: new Date(admin.now.getTime() + 1_000) }, days({ kind: "ORDINARY" }));
  expect(isRestDay(day("2026-03-10"), await inTransaction((tx) => readHolidays(tx)))).toBe(false);
});

it.each([
  ["days that are over", { from: addDays(TODAY, -1), to: TODAY }, "date_past"],
  ["an end before the beginning", { from: addDays(TODAY, 2), to: addDays(TODAY, 1) }, "value_out_of_range"],
  ["more than a month", { from: TODAY, to: addDays(TODAY, 31) }, "value_out_of_range"],
] as const)("refuses %s", async (_, over, code) => {
  const admin = await asCompany("ADMIN");
  expect(await attempt(setCalendarDays(admin, days(over)))).toMatchObject(refused(code));
});

it("is set once per form, by administrators only", async () => {
  const admin = await asCompany("ADMIN");
  const key = newId();
  const form = days({ key, from: day("2026-04-20"), to: day("2026-04-20") });
  await Promise.all([setCalendarDays(admin, form), setCalendarDays(admin, form)]);
  expect(await db.calendarDay.count({ where: { on: new Date("2026-04-20") } })).toBe(1);
  expect(await attempt(setCalendarDays(await asCompany("GM"), days()))).toMatchObject(refused("not_permitted"));
});
