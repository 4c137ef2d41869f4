import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addDays, businessDay, day } from "~/domain/calendar";
import { percentFromPpm, ppm } from "~/domain/rate";
import { definitionOf, isSettingKey, SETTINGS, type SettingKey } from "~/domain/setting";
import { getSetting, previewSetting } from "~/features/projects/get-setting.server";
import { listSettings } from "~/features/projects/list-settings.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { placeFrom, type SettingPlace } from "~/features/projects/setting-place.server";
import { attempt } from "~/platform/attempt.server";
import { findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import { hashesOf, hashOf } from "~/platform/credential.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../support/as-company";
import { givenProject, NOW, refused, TODAY } from "../support/given";
import { givenHold, givenOffice } from "../support/sell";

const company: SettingPlace = { scope: "COMPANY", id: null };
const source = "营销总监审批单 12 号";
type Admin = Awaited<ReturnType<typeof asCompany>>;
const set = (admin: Admin, place: SettingPlace, value: string, from = TODAY, key = newId()) =>
  setSetting(admin, { key, setting: "holdHours", place, value, from, source });
const holdHours = async (admin: Admin, place: SettingPlace, on = TODAY) =>
  (await listSettings(admin, place, on)).desk.find(({ key }) => key === "holdHours");

beforeEach(() => db.setting.deleteMany());
afterAll(closeDb);

describe("a setting", () => {
  it("holds from its day on, the narrowest place first, and past days stay as they were", async () => {
    const admin = await asCompany("ADMIN");
    const project = await givenProject();
    const at = {
      company,
      branch: { scope: "BRANCH" as const, id: project.branchId },
      project: { scope: "PROJECT" as const, id: project.id },
    };
    expect(await holdHours(admin, at.project)).toMatchObject({ value: 24, set: null });
    await set(admin, at.company, "48");
    await set(admin, at.branch, "36", addDays(TODAY, 5));
    await set(admin, at.project, "12", addDays(TODAY, 10));
    const valueOn = async (place: SettingPlace, days: number) =>
      (await holdHours(admin, place, addDays(TODAY, days)))?.value;
    expect(await Promise.all([-1, 0, 5, 10].map((days) => valueOn(at.project, days)))).toEqual([24, 48, 36, 12]);
    expect(await Promise.all([0, 5, 10].map((days) => valueOn(at.branch, days)))).toEqual([48, 36, 36]);
    expect(await valueOn(at.company, 10)).toBe(48);
    expect(await holdHours(admin, at.project)).toMatchObject({
      set: { scope: "COMPANY", since: TODAY, by: "ADMIN" },
      source,
      next: { value: 36, from: addDays(TODAY, 5) },
    });
  });

  it("set twice for one day counts as said last, and both stay on record", async () => {
    const admin = await asCompany("ADMIN");
    await set(admin, company, "48");
    await set({ ...admin, now: new Date(NOW.getTime() + 1_000) }, company, "50");
    const { value, history } = await getSetting(admin, "holdHours", company, TODAY);
    expect(value).toBe(50);
    expect(history.map((row) => row.value)).toEqual([50, 48]);
  });

  it("reaches the next request of everybody on the project", async () => {
    const admin = await asCompany("ADMIN");
    const project = await givenProject();
    const now = await databaseNow();
    const place = { scope: "PROJECT" as const, id: project.id };
    await setSetting(
      { ...admin, now },
      {
        key: newId(),
        setting: "managerDepthPpm",
        place,
        value: "2.5",
        from: businessDay(now),
        source,
      },
    );
    const token = newId();
    await db.apiToken.create({ data: { userId: admin.actorId, name: "t", tokenHash: hashOf(token), createdAt: now } });
    const found = await findCaller({ kind: "token", hashes: hashesOf(token) }, { code: project.code });
    expect(found?.ctx?.settings.managerDepthPpm).toBe(25_000);
  });

  it("concerns the projects for which no narrower place says otherwise", async () => {
    const admin = await asCompany("ADMIN");
    const [one, other] = [await givenProject(), await givenProject()];
    const concerned = async (place: SettingPlace) =>
      (await getSetting(admin, "holdHours", place, TODAY)).concerns.projects;
    const all = await concerned(company);
    await set(admin, { scope: "PROJECT", id: one.id }, "12");
    await set(admin, { scope: "BRANCH", id: other.branchId }, "36");
    expect(await concerned(company)).toBe(all - 2);
    expect(await concerned({ scope: "PROJECT", id: one.id })).toBe(1);
  });

  it("says before it is set what of the work under way it touches", async () => {
    const admin = await asCompany("ADMIN");
    const office = await givenOffice();
    const place = { scope: "PROJECT" as const, id: office.project.id };
    await givenHold(office);
    const preview = async (setting: SettingKey, value: string) => {
      const { before, after, effects, projects } = await previewSetting(admin, { setting, place, value, from: TODAY });
      expect(projects).toEqual([office.project.name]);
      return { before, after, effects };
    };
    expect(await preview("holdHours", "12")).toEqual({
      before: 24,
      after: 12,
      effects: [{ name: "HOLDS_KEEP", count: 1 }],
    });
    expect((await preview("holdCapPerConsultant", "1")).effects).toEqual([{ name: "CONSULTANTS_FULL", count: 1 }]);
    expect((await preview("holdCapPerConsultant", "2")).effects).toEqual([]);
    expect(await db.setting.count()).toBe(0);
    expect(await attempt(preview("holdHours", "0"))).toMatchObject(refused("value_out_of_range"));
  });

  it("can say of every setting what a change touches", async () => {
    const admin = await asCompany("ADMIN");
    for (const key of Object.keys(SETTINGS).filter(isSettingKey)) {
      const { initial, type, unit } = { unit: "", ...definitionOf(key) };
      const value = type === "number" && unit === "ppm" ? percentFromPpm(ppm(Number(initial))) : String(initial);
      const { after } = await previewSetting(admin, { setting: key, place: company, value, from: TODAY });
      expect(after, key).toBe(initial);
    }
  });

  it.each([
    ["a value out of range", "0", TODAY, "value_out_of_range"],
    ["a broken number", "1.5", TODAY, "value_invalid"],
    ["a word", "many", TODAY, "value_invalid"],
    ["a day that is over", "48", day("2026-03-01"), "date_past"],
  ] as const)("refuses %s", async (_, value, from, code) => {
    const admin = await asCompany("ADMIN");
    expect(await attempt(set(admin, company, value, from))).toMatchObject(refused(code));
    expect(await db.setting.count()).toBe(0);
  });

  it("is set once per form, by administrators only, at places that exist", async () => {
    const admin = await asCompany("ADMIN");
    const key = newId();
    const sent = await Promise.all([set(admin, company, "48", TODAY, key), set(admin, company, "48", TODAY, key)]);
    expect(sent[0]).toEqual(sent[1]);
    expect(await db.setting.count()).toBe(1);
    for (const scope of ["BRANCH", "PROJECT"] as const) {
      expect(await attempt(set(admin, { scope, id: newId() }, "48"))).toMatchObject(refused("not_found"));
    }
    expect(await attempt(set(await asCompany("GM"), company, "48"))).toMatchObject(refused("not_permitted"));
    const entries = await db.auditEntry.findMany({ where: { subject: "setting:holdHours", actorId: admin.actorId } });
    expect(entries).toMatchObject([{ action: "setting.changed", reason: source, after: { value: 48 } }]);
  });
});

it("a place is read from the address, and nonsense is the company", () => {
  const id = newId();
  expect(placeFrom(`PROJECT:${id}`)).toEqual({ scope: "PROJECT", id });
  expect([placeFrom(null), placeFrom("TEAM:1"), placeFrom("PROJECT:1")]).toEqual([company, company, company]);
});
