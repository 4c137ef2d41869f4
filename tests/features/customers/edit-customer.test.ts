import { afterAll, describe, expect, it } from "vitest";
import { checkDigit } from "~/domain/id-number";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { editCustomer } from "~/features/customers/edit-customer.server";
import { editForm, editOf } from "~/features/customers/edit-form";
import { enterBuyer } from "~/features/customers/enter-buyer.server";
import { findCustomers } from "~/features/customers/find-customers.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { asStaff, givenCustomer, givenProject, NOW, refused } from "../../support/given";
import { givenBuyer, givenContact, givenEdit, givenPhone } from "../../support/given-visitor";

afterAll(closeDb);

async function givenOwned() {
  const project = await givenProject();
  const ctx = await asStaff("CONSULTANT", project);
  const customer = await givenCustomer(project, ctx);
  return { project, ctx, customer, customerId: customer.id };
}

describe("editing a customer", () => {
  it("changes everything at once, and finds the new name and phone", async () => {
    const { ctx, customer, customerId } = await givenOwned();
    const edit = givenEdit({ customerId, name: "欧阳 修文" });
    await editCustomer(ctx, edit);
    expect(await db.projectCustomer.findUnique({ where: { id: customerId } })).toMatchObject({
      grade: "A",
      stage: "INTERESTED",
      source: "REFERRAL",
      purpose: "LIVE_IN",
      budgetMinFen: 300_000_000n,
      wantedFloor: "高楼层",
      version: 2,
    });
    expect(await db.personPhone.findMany({ where: { personId: customer.personId, primary: true } })).toMatchObject([
      { e164: `+86${edit.phone}` },
    ]);
    expect(await db.personPhone.count({ where: { personId: customer.personId } })).toBe(2);
    for (const query of ["ouyang", edit.phone, edit.phone.slice(-4)])
      expect(await findCustomers(ctx, query)).toMatchObject([{ id: customerId }]);
    const [entry] = await db.auditEntry.findMany({ where: { action: "customer.edited", actorId: ctx.actorId } });
    expect(entry?.after).toMatchObject({ fields: expect.arrayContaining(["name", "phone", "grade", "note"]) });
  });

  it("lets one of two tabs win; the other is told, and nothing of it is written", async () => {
    const { ctx, customerId } = await givenOwned();
    const edits = [givenEdit({ customerId, note: "甲" }), givenEdit({ customerId, note: "乙" })];
    const outcomes = await Promise.all(edits.map((edit) => attempt(editCustomer(ctx, edit))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject(refused("stale_version"));
    const won = outcomes[0]?.ok ? "甲" : "乙";
    expect(await db.projectCustomer.findUnique({ where: { id: customerId } })).toMatchObject({ note: won, version: 2 });
  });

  it("refuses a phone that another customer has, as the project wants it", async () => {
    const { project, ctx, customerId } = await givenOwned();
    const other = await givenCustomer(project, null);
    const { e164 } = await db.personPhone.findFirstOrThrow({ where: { personId: other.personId } });
    const edit = givenEdit({ customerId, phone: e164 });
    expect(await attempt(editCustomer(ctx, edit))).toMatchObject(refused("duplicate_unconfirmed"));
    const strict = { ...ctx, settings: { ...ctx.settings, duplicatePhone: "FORBID" as const } };
    expect(await attempt(editCustomer(strict, { ...edit, confirmed: true }))).toMatchObject(
      refused("duplicate_forbidden"),
    );
    expect(await attempt(editCustomer(ctx, { ...edit, confirmed: true }))).toMatchObject({ ok: true });
  });

  it("loses nobody who has an open deal, and takes no range that falls", async () => {
    const { ctx, customerId } = await givenOwned();
    await db.projectCustomer.update({ where: { id: customerId }, data: { stage: "BUYER" } });
    expect(await attempt(editCustomer(ctx, givenEdit({ customerId, stage: "LOST" })))).toMatchObject(
      refused("deal_open"),
    );
    const edit = givenEdit({ customerId });
    const needs = { ...edit.needs, budgetMin: 2, budgetMax: 1 };
    expect(await attempt(editCustomer(ctx, { ...edit, needs }))).toMatchObject(refused("value_out_of_range"));
  });

  it("reads 万元 and ㎡ without floats, and says what is no figure", () => {
    const typed = { ...KEYS, name: "王", source: "OTHER", budgetMin: "300.55", areaMax: "１２０.５" };
    expect(editOf(editForm.parse(typed)).needs).toMatchObject({ budgetMin: 300_550_000, areaMax: 12_050 });
    const wrong = { ...typed, budgetMin: "abc", budgetMax: "1.005", areaMin: "-1", name: "𠮷".repeat(81) };
    const issues = editForm.safeParse(wrong).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(issues).toEqual([
      ["name", "form.too_long?max=80"],
      ["budgetMin", "form.amount"],
      ["budgetMax", "form.amount"],
      ["areaMin", "form.area"],
    ]);
    expect(editForm.safeParse({ ...typed, name: "𠮷".repeat(80) }).success).toBe(true);
  });
});

const KEYS = { key: "01930000-0000-7000-8000-000000000000", version: 1, personVersion: 1 };

describe("a buyer's papers", () => {
  it("are encrypted, found by number and last four, and tell birthday and gender", async () => {
    const { ctx, customer, customerId } = await givenOwned();
    const buyer = givenBuyer({ customerId });
    await completeBuyer(ctx, { ...buyer, idNumber: ` ${buyer.idNumber.slice(0, 6)} ${buyer.idNumber.slice(6)}` });
    const person = await db.person.findUniqueOrThrow({ where: { id: customer.personId } });
    expect(person).toMatchObject({ kind: "NATURAL", birthday: new Date("1949-12-31"), version: 2 });
    expect(Buffer.from(person.idCipher ?? []).toString("latin1")).not.toContain("19491231");
    for (const query of [buyer.idNumber, buyer.idNumber.toLowerCase(), buyer.idNumber.slice(-4)])
      expect(await findCustomers(ctx, query)).toMatchObject([{ id: customerId }]);
    expect(await findCustomers(ctx, buyer.idNumber.slice(0, 14))).toEqual([]);
    expect(await db.searchToken.count({ where: { token: { contains: buyer.idNumber.slice(-4) } } })).toBe(0);
  });

  it.each([
    [{ idNumber: "11010519491231002A" }, "id_number_invalid"],
    [{ idNumber: "110105194912310021" }, "id_check_digit_wrong"],
    [{ idNumber: "11010519490231002X" }, "id_number_invalid"],
    [{ idNumber: "" }, "id_number_invalid"],
    [{ idKind: "PASSPORT", idNumber: "E1", birthday: "1980-01-01" }, "id_number_invalid"],
    [{ idKind: "PASSPORT", idNumber: "'; DROP TABLE x", birthday: "" }, "id_number_invalid"],
    [{ idKind: "PASSPORT", idNumber: "E12345678", birthday: "2026-02-30" }, "date_invalid"],
    [{ idKind: "PASSPORT", idNumber: "E12345678", birthday: "2027-01-01" }, "date_future"],
    [{ idKind: "BUSINESS_LICENCE", idNumber: "91440300IOSZV12345" }, "id_number_invalid"],
    [{ address: " " }, "value_missing"],
    [{ version: 7 }, "stale_version"],
  ] as const)("%j → %s", async (over, code) => {
    const { ctx, customerId } = await givenOwned();
    expect(await attempt(completeBuyer(ctx, givenBuyer({ customerId, ...over })))).toMatchObject(refused(code));
  });

  it.each([
    [{ idKind: "PASSPORT", idNumber: "e1234 5678", birthday: "1980-01-01" }, "FOREIGN"],
    [{ idKind: "BUSINESS_LICENCE", idNumber: "91440300MA5EQXL17P" }, "COMPANY"],
    [{ idKind: "ID_CARD", idNumber: `44030520150307123${checkDigit("44030520150307123")}` }, "MINOR"],
  ] as const)("%j is a buyer of the kind %s", async (over, kind) => {
    const { ctx, customer, customerId } = await givenOwned();
    const outcome = await attempt(completeBuyer(ctx, givenBuyer({ customerId, ...over })));
    expect(outcome).toMatchObject({ ok: true });
    expect(await db.person.findUnique({ where: { id: customer.personId } })).toMatchObject({ kind });
  });

  it("belong to one person, however many enter them at once", async () => {
    const project = await givenProject();
    const clerk = await asStaff("CLERK", project);
    const customers = await Promise.all(Array.from({ length: 8 }, () => givenCustomer(project, null)));
    const { idNumber } = givenBuyer({ customerId: "" });
    const outcomes = await Promise.all(
      customers.map(({ id }) => attempt(completeBuyer(clerk, givenBuyer({ customerId: id, idNumber })))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array(7).fill({ ok: false, refusal: { code: "id_number_taken" } }),
    );
  });

  it("of a co-buyer find the person whom the company knows, and no other name", async () => {
    const { ctx } = await givenOwned();
    const { idNumber } = givenBuyer({ customerId: "" });
    const wife = { name: "李梅", idKind: "ID_CARD", idNumber, birthday: "", address: "滨海路", phone: "" } as const;
    const enter = (details: typeof wife | (Omit<typeof wife, "name"> & { name: string })) =>
      inTransaction((tx) => enterBuyer(tx, ctx, details));
    const people = await Promise.all(Array.from({ length: 6 }, () => enter(wife)));
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(1);
    expect(await attempt(enter({ ...wife, name: "别人" }))).toMatchObject(refused("id_number_taken"));
  });
});

describe("noting a contact", () => {
  it("knows the first visit from the next, counts both, and serves by the owner", async () => {
    const { project, ctx, customerId } = await givenOwned();
    const desk = await asStaff("RECEPTIONIST", project);
    await recordInteraction(desk, givenContact({ customerId, contact: "VISIT" }));
    await recordInteraction(desk, givenContact({ customerId, contact: "VISIT" }));
    const visits = await db.interaction.findMany({ where: { customerId }, orderBy: { id: "asc" } });
    expect(visits).toMatchObject([
      { kind: "VISIT_FIRST", byId: ctx.actorId },
      { kind: "VISIT_REPEAT", byId: ctx.actorId },
    ]);
    const facts = await db.fact.findMany({ where: { customerId }, orderBy: { seq: "asc" } });
    expect(facts.map(({ kind }) => kind)).toEqual(["VISIT_FIRST", "VISIT_REPEAT"]);
  });

  it("renews the ownership only where it reached the customer, and a note never does", async () => {
    const { ctx, customerId } = await givenOwned();
    const lastFollowUp = async () =>
      (await db.projectCustomer.findUniqueOrThrow({ where: { id: customerId } })).lastFollowUpAt;
    await recordInteraction(ctx, givenContact({ customerId, reached: false }));
    await recordInteraction(ctx, givenContact({ customerId, contact: "NOTE" }));
    expect(await lastFollowUp()).toBeNull();
    await recordInteraction(ctx, givenContact({ customerId }));
    expect(await lastFollowUp()).toEqual(NOW);
  });

  it.each([
    [{ contact: "NOTE", text: " " }, "value_missing"],
    [{ nextOn: "2026-03-01" }, "date_past"],
    [{ nextOn: "2026-02-30" }, "date_invalid"],
  ] as const)("%j → %s", async (over, code) => {
    const { ctx, customerId } = await givenOwned();
    expect(await attempt(recordInteraction(ctx, givenContact({ customerId, ...over })))).toMatchObject(refused(code));
  });

  it("notes the same form once", async () => {
    const { ctx, customerId } = await givenOwned();
    const contact = givenContact({ customerId, contact: "CALL_IN", nextOn: "2026-03-09" });
    await Promise.all([1, 2, 3].map(() => recordInteraction(ctx, contact)));
    expect(await db.interaction.count({ where: { customerId } })).toBe(1);
    expect(await db.fact.count({ where: { customerId, kind: "CALL_IN" } })).toBe(1);
  });
});

it("keeps a phone that was there before as the second one", async () => {
  const { ctx, customer, customerId } = await givenOwned();
  const { e164 } = await db.personPhone.findFirstOrThrow({ where: { personId: customer.personId } });
  await editCustomer(ctx, givenEdit({ customerId, phone: givenPhone() }));
  await editCustomer(ctx, givenEdit({ customerId, phone: e164, version: 2, personVersion: 2 }));
  expect(await db.personPhone.findMany({ where: { personId: customer.personId, primary: true } })).toMatchObject([
    { e164 },
  ]);
});
