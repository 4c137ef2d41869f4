import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addDays, type Day } from "~/domain/calendar";
import type { SettingKey } from "~/domain/setting";
import { isCustom } from "~/domain/settings/definition";
import { LEGAL } from "~/domain/settings/legal";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { printPaper } from "~/features/deals/papers/print-paper.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { guardWarnings } from "~/features/units/guard-warnings.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../support/as-company";
import { NOW, refused, TODAY } from "../support/given";
import { textOfPdf } from "../support/pdf-text";
import {
  contractOf,
  draftOf,
  firstPaymentPaid,
  givenContract,
  givenDraft,
  givenHold,
  givenOffice,
  givenReserved,
  type Office,
} from "../support/sell";

beforeEach(() => db.setting.deleteMany());
afterAll(closeDb);

async function set({ project }: Office, setting: SettingKey, value: string, from: Day = TODAY, now = NOW) {
  const place = { scope: "PROJECT" as const, id: project.id };
  const change = { key: newId(), setting, place, value, from, source: "深圳市规定" };
  await setSetting({ ...(await asCompany("ADMIN")), now }, change);
}

it("each cites the law or the authority that it rests on, and acts somewhere", () => {
  for (const [key, { source, acts }] of Object.entries(LEGAL)) {
    if (!isCustom(source)) expect(source, key).toMatch(/法|条例|办法|规定|解释|号/);
    expect(acts.length, key).toBeGreaterThan(0);
  }
  const cited = Object.entries(LEGAL).flatMap(([key, { source }]) => (isCustom(source) ? [key] : []));
  // A filed band is the authority's price filing itself.
  expect(cited).toEqual(["filedBandLowerPpm"]);
});

describe("a mortgaged home", () => {
  async function givenMortgaged(settings: Parameters<typeof givenOffice>[0] = {}) {
    const office = await givenOffice(settings);
    const dealId = await givenReserved(office);
    await firstPaymentPaid(office, dealId);
    await db.unit.update({ where: { id: office.unit.id }, data: { mortgaged: true } });
    return { office, dealId };
  }

  it("is not contracted without the bank's consent where the project forbids it", async () => {
    const { office, dealId } = await givenMortgaged();
    const ask = async () => attempt(signContract(office.desk.CLERK, await contractOf(dealId)));
    expect(await ask()).toMatchObject(refused("unit_mortgaged"));
    await db.unit.update({ where: { id: office.unit.id }, data: { bankConsentOn: new Date(TODAY) } });
    expect(await ask()).toMatchObject({ ok: true });
  });

  it("is contracted with a warning that cites the law where it warns", async () => {
    const { office, dealId } = await givenMortgaged({ settings: { mortgagedUnitGuard: "WARN" } });
    expect(await guardWarnings(office.desk.CLERK, [dealId])).toMatchObject([
      { setting: "mortgagedUnitGuard", refusal: { code: "unit_mortgaged" }, law: LEGAL.mortgagedUnitGuard.source },
    ]);
    expect(await attempt(signContract(office.desk.CLERK, await contractOf(dealId)))).toMatchObject({ ok: true });
  });
});

it("a city may allow less earnest money than the law", async () => {
  const office = await givenOffice({ settings: { earnestLimitPpm: 10_000 } });
  const dealId = await givenHold(office);
  const draft = await draftOf(office, dealId);
  expect(await attempt(draftSubscription(office.desk.CONSULTANT, draft))).toMatchObject(refused("earnest_above_limit"));
  expect(await givenDraft(await givenOffice())).toBeTruthy();
});

it("a contract's paper says what the law gave on the day it was signed, as cited, whatever is set later", async () => {
  const office = await givenOffice();
  const values = {
    filingDays: "15",
    demandMonths: "2",
    titleDays: "60",
    penaltyLimitPpm: "120",
    areaTolerancePpm: "2",
  };
  for (const [key, value] of Object.entries(values)) await set(office, key as SettingKey, value);
  await set(office, "fundGuard", "WARN");
  await set(office, "deedTaxGuard", "WARN");
  const dealId = await givenContract(office);
  for (const key of Object.keys(values))
    await set(office, key as SettingKey, key === "penaltyLimitPpm" ? "150" : "9", addDays(TODAY, 1));
  await set(office, "fundGuard", "FORBID", TODAY, new Date(NOW.getTime() + 60_000));
  const later = { ...office.desk.CLERK, now: new Date("2026-03-09T02:00:00Z") };
  const paper = textOfPdf((await printPaper(later, dealId, "contract", "https://sales.example.com")).bytes).replace(
    /\s/g,
    "",
  );
  const said = [
    ...["15日内办理", "2%的，买受人有权退房", "2个月内仍不履行", "损失120%的", "60日内取得"],
    ...["交付前应交存首期住宅专项维修资金", "办理不动产登记前应缴清契税"],
  ];
  for (const words of said) expect(paper).toContain(words);
  const printed: (keyof typeof LEGAL)[] = [
    "filingDays",
    "demandMonths",
    "titleDays",
    "penaltyLimitPpm",
    "areaTolerancePpm",
    "fundGuard",
  ];
  for (const key of printed) expect(paper, key).toContain(LEGAL[key].source.replace(/\s/g, ""));
});
