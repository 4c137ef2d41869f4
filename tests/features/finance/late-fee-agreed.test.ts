import { afterAll, beforeEach, expect, it } from "vitest";
import { addDays, type Day } from "~/domain/calendar";
import { signContract } from "~/features/deals/sign-contract.server";
import { getSchedule } from "~/features/finance/get-schedule.server";
import { setDueDates } from "~/features/finance/set-due-dates.server";
import { getHome } from "~/features/portal/get-home.server";
import { previewSetting } from "~/features/projects/get-setting.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../../support/as-company";
import { NOW, TODAY } from "../../support/given";
import {
  answer,
  contractOf,
  firstPaymentPaid,
  givenContract,
  givenOffice,
  givenReserved,
  type Office,
} from "../../support/sell";

const PPM = 1_000_000;
const LOAN = 260_000_000;

beforeEach(() => db.setting.deleteMany());
afterAll(closeDb);

async function givenRate({ project }: Office, percent: string, from: Day, secondsLater = 0): Promise<void> {
  const admin = await asCompany("ADMIN");
  const place = { scope: "PROJECT" as const, id: project.id };
  const change = { key: newId(), setting: "lateFeeDailyPpm" as const, place, value: percent, from, source: "合同范本" };
  await setSetting({ ...admin, now: new Date(NOW.getTime() + secondsLater * 1_000) }, change);
}

/** The loan is due today; ten days later it is late. */
async function feeAfterTenDays({ desk }: Office, dealId: string) {
  await inTransaction((tx) => setDueDates(tx, desk.MANAGER, { dealIds: [dealId], event: "LOAN_APPROVAL", on: TODAY }));
  const due = (await getSchedule(desk.MANAGER, dealId, TODAY))?.lines.find(({ loan }) => loan)?.dueOn ?? TODAY;
  return getSchedule(desk.MANAGER, dealId, addDays(due, 10));
}

it("a contract keeps the late fee of the day it was signed, whatever is set afterwards", async () => {
  const office = await givenOffice();
  await givenRate(office, "0.03", TODAY, -60);
  const dealId = await givenContract(office);
  await givenRate(office, "0.05", TODAY, 60);
  await givenRate(office, "0.1", addDays(TODAY, 1), 60);
  const schedule = await feeAfterTenDays(office, dealId);
  expect(schedule?.fee).toMatchObject({ rate: 300, agreed: { on: TODAY } });
  expect(schedule?.totals.lateFee).toBe((LOAN * 300 * 10) / PPM);
  const later = { ...office.desk.MANAGER, now: new Date(NOW.getTime() + 5 * 86_400_000) };
  const origins = (agreed: Parameters<typeof settingOrigins>[2]) =>
    settingOrigins(later, ["lateFeeDailyPpm"], agreed).then(([one]) => one?.value);
  expect([await origins(schedule?.fee.agreed ?? null), await origins(null)]).toEqual([300, 1_000]);
});

it("before the contract it is the subscription's, and its own once the contract is signed", async () => {
  const office = await givenOffice();
  await givenRate(office, "0.03", TODAY, -60);
  const dealId = await givenReserved(office);
  await givenRate(office, "0.05", TODAY, 60);
  expect((await getSchedule(office.desk.MANAGER, dealId, TODAY))?.fee.rate).toBe(300);
  await firstPaymentPaid(office, dealId);
  await signContract(office.desk.CLERK, await contractOf(dealId));
  await answer({ ...office.desk.MANAGER, now: new Date(NOW.getTime() + 120_000) }, dealId);
  expect((await getSchedule(office.desk.MANAGER, dealId, TODAY))?.fee.rate).toBe(500);
});

it("the buyer reads the same rule, and who changes it whom it does not touch", async () => {
  const office = await givenOffice();
  await givenRate(office, "0.03", TODAY, -60);
  const dealId = await givenContract(office);
  await givenRate(office, "0.05", TODAY, 60);
  const { personId } = office.buyer;
  const caller = { actorId: newId(), actorName: "", personId, sessionId: null, requestId: newId(), now: NOW };
  expect((await getHome({ ...caller, locale: "zh-CN" }, dealId))?.fee).toMatchObject({ rate: 300, graceDays: 0 });
  const place = { scope: "PROJECT" as const, id: office.project.id };
  const asked = { setting: "lateFeeDailyPpm" as const, place, value: "0.1", from: addDays(TODAY, 1) };
  expect((await previewSetting(await asCompany("ADMIN"), asked)).effects).toEqual([{ name: "FEES_KEEP", count: 1 }]);
});
