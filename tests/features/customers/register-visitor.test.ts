import { afterAll, describe, expect, it } from "vitest";
import { findCustomers } from "~/features/customers/find-customers.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { asStaff, givenProject, NOW, refused } from "../../support/given";
import { givenPhone, givenVisit } from "../../support/given-visitor";

afterAll(closeDb);

describe("registering a visitor", () => {
  it("writes person, customer, visit, ownership, fact and audit at once", async () => {
    const project = await givenProject();
    const [desk, consultant] = [await asStaff("RECEPTIONIST", project), await asStaff("CONSULTANT", project)];
    const visit = givenVisit({ name: " 王 小明 ", consultantId: consultant.actorId, note: "带孩子来" });

    const { customerId } = await registerVisitor(desk, visit);

    const customer = await db.projectCustomer.findUniqueOrThrow({
      where: { id: customerId },
      include: { person: { include: { phones: true } }, interactions: true, ownership: true },
    });
    expect(customer).toMatchObject({
      ownerId: consultant.actorId,
      ownedSince: NOW,
      source: "WALK_IN",
      stage: "PROSPECT",
    });
    expect(customer.person).toMatchObject({ name: "王 小明", phones: [{ e164: `+86${visit.phone}`, primary: true }] });
    expect(customer.interactions).toMatchObject([{ kind: "VISIT_FIRST", byId: consultant.actorId, text: "带孩子来" }]);
    expect(customer.ownership).toMatchObject([{ kind: "REGISTERED", toId: consultant.actorId, byId: desk.actorId }]);
    expect(await db.fact.findMany({ where: { customerId } })).toMatchObject([
      { kind: "VISIT_FIRST", sign: 1, userId: consultant.actorId, dimensions: { source: "WALK_IN" } },
    ]);
    const [entry] = await db.auditEntry.findMany({ where: { subject: `customer:${customerId}` } });
    expect(entry).toMatchObject({ action: "customer.registered", actorId: desk.actorId });
    expect(JSON.stringify(entry, (_, value) => (typeof value === "bigint" ? "" : value))).not.toMatch(
      new RegExp(`小明|${visit.phone}|孩子`),
    );
  });

  it("without a full phone claims nothing: the public pool", async () => {
    const project = await givenProject();
    const consultant = await asStaff("CONSULTANT", project);
    const { customerId, ownerId } = await registerVisitor(consultant, givenVisit({ phone: "" }));
    expect(ownerId).toBeNull();
    expect(await db.ownershipChange.findMany({ where: { customerId } })).toMatchObject([{ toId: null }]);
  });

  it("is the consultant's own, whomever the form names", async () => {
    const project = await givenProject();
    const [mine, other] = [await asStaff("CONSULTANT", project), await asStaff("CONSULTANT", project)];
    const { ownerId } = await registerVisitor(mine, givenVisit({ consultantId: other.actorId }));
    expect(ownerId).toBe(mine.actorId);
  });

  it("refuses a consultant of another project, and whoever may not register", async () => {
    const [project, elsewhere] = [await givenProject(), await givenProject()];
    const stranger = await asStaff("CONSULTANT", elsewhere);
    const desk = await asStaff("RECEPTIONIST", project);
    expect(await attempt(registerVisitor(desk, givenVisit({ consultantId: stranger.actorId })))).toMatchObject(
      refused("not_found"),
    );
    const clerk = await asStaff("CLERK", project);
    expect(await attempt(registerVisitor(clerk, givenVisit()))).toMatchObject(refused("not_permitted"));
    expect(await db.projectCustomer.count({ where: { projectId: project.id } })).toBe(0);
  });

  it.each([
    ["", "13800000001", "name_missing"],
    ["\u202E\u200B ", "13800000001", "name_missing"],
    ["王".repeat(81), "13800000001", "name_too_long"],
    ["王五", "1380000", "phone_incomplete"],
    ["王五", "138****0001", "phone_incomplete"],
    ["王五", "hello", "phone_invalid"],
  ])("name %j with phone %j → %s", async (name, phone, code) => {
    const desk = await asStaff("RECEPTIONIST", await givenProject());
    expect(await attempt(registerVisitor(desk, givenVisit({ name, phone })))).toMatchObject(refused(code));
  });

  it.each([
    "𠮷".repeat(80),
    "㐂多 𪚥",
    "أحمد بن علي",
    "👨‍👩‍👧 一家",
    'Robert\'); DROP TABLE "Person";--',
    "<script>alert(1)</script>",
    "a\u0000b",
    "%_\\",
  ])("keeps and finds the name %j", async (name) => {
    const project = await givenProject();
    const desk = await asStaff("RECEPTIONIST", project);
    const visit = givenVisit({ name, note: `${name}\n"'<b>\u0000` });
    const { customerId } = await registerVisitor(desk, visit);
    expect(await findCustomers(desk, name)).toMatchObject([{ id: customerId, name: name.replace("\u0000", " ") }]);
    expect(await findCustomers(desk, visit.phone)).toMatchObject([{ id: customerId }]);
  });

  it("answers the same form twice with one customer", async () => {
    const project = await givenProject();
    const desk = await asStaff("RECEPTIONIST", project);
    const visit = givenVisit();
    const answers = await Promise.all(Array.from({ length: 6 }, () => registerVisitor(desk, visit)));
    expect(new Set(answers.map(({ customerId }) => customerId)).size).toBe(1);
    expect(await attempt(registerVisitor(desk, { ...visit, name: "别人" }))).toMatchObject(
      refused("idempotency_mismatch"),
    );
    expect(await db.projectCustomer.count({ where: { projectId: project.id } })).toBe(1);
  });

  it("of 32 receptionists with one phone registers one, and tells the others", async () => {
    const project = await givenProject();
    const phone = givenPhone();
    const settings = { duplicatePhone: "FORBID" } as const;
    const desks = await Promise.all(Array.from({ length: 32 }, () => asStaff("RECEPTIONIST", project, { settings })));
    const outcomes = await Promise.all(
      desks.map((desk, at) =>
        attempt(registerVisitor(desk, givenVisit({ name: `访客 ${at}`, phone, confirmed: true }))),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array(31).fill({ ok: false, refusal: { code: "duplicate_forbidden", params: {} } }),
    );
    expect(await db.personPhone.count({ where: { e164: `+86${phone}` } })).toBe(1);
    expect(await db.fact.count({ where: { projectId: project.id } })).toBe(1);
  });
});

describe("the duplicate check", () => {
  async function givenKnown(settings: Parameters<typeof asStaff>[2]) {
    const project = await givenProject();
    const owner = await asStaff("CONSULTANT", project, { name: "张三" });
    const desk = await asStaff("RECEPTIONIST", project, settings);
    const known = givenVisit({ name: "王 小明", consultantId: owner.actorId });
    await registerVisitor(desk, known);
    return { project, desk, owner, known };
  }

  it("warns of the phone, and lets one go on; the family belongs to the first owner", async () => {
    const { project, desk, owner, known } = await givenKnown({});
    const other = await asStaff("CONSULTANT", project);
    const wife = givenVisit({ name: "李梅", phone: known.phone, consultantId: other.actorId });
    expect(await attempt(registerVisitor(desk, wife))).toMatchObject(refused("duplicate_unconfirmed"));
    const { ownerId } = await registerVisitor(desk, { ...wife, confirmed: true });
    expect(ownerId).toBe(owner.actorId);
    expect(await db.person.count({ where: { projects: { some: { projectId: project.id } } } })).toBe(2);
  });

  it("warns of the name, with other spaces and letters too", async () => {
    const { desk } = await givenKnown({});
    const namesake = givenVisit({ name: "王小明" });
    expect(await attempt(registerVisitor(desk, namesake))).toMatchObject(refused("duplicate_unconfirmed"));
    expect((await registerVisitor(desk, { ...namesake, confirmed: true })).customerId).toBeTruthy();
  });

  it("forbids with the owner's name, whatever was confirmed", async () => {
    const { desk, known } = await givenKnown({ settings: { duplicatePhone: "FORBID" } });
    const again = givenVisit({ phone: `+86 ${known.phone}`, confirmed: true });
    expect(await attempt(registerVisitor(desk, again))).toEqual({
      ok: false,
      refusal: { code: "duplicate_forbidden", params: { owner: "张三" } },
    });
  });

  it("says nothing where the project wants it so, except of one and the same person", async () => {
    const { desk, known } = await givenKnown({ settings: { duplicatePhone: "SILENT", duplicateName: "SILENT" } });
    const wife = givenVisit({ name: "李梅", phone: known.phone });
    expect(await attempt(registerVisitor(desk, wife))).toMatchObject({ ok: true });
    const same = givenVisit({ name: "王小明", phone: known.phone, confirmed: true });
    expect(await attempt(registerVisitor(desk, same))).toMatchObject(refused("duplicate_forbidden"));
  });

  it("does not reach into another project, where the same person is known to the company", async () => {
    const { known } = await givenKnown({ settings: { duplicatePhone: "FORBID", duplicateName: "FORBID" } });
    const elsewhere = await givenProject();
    const desk = await asStaff("RECEPTIONIST", elsewhere, { settings: { duplicatePhone: "FORBID" } });
    const { personId } = await registerVisitor(desk, givenVisit({ name: known.name, phone: known.phone }));
    expect(await db.projectCustomer.count({ where: { personId } })).toBe(2);
  });
});
