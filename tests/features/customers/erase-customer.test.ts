import { access } from "node:fs/promises";
import { afterAll, describe, expect, it } from "vitest";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { filtersOf } from "~/features/customers/customer-filters";
import { decideErasures } from "~/features/customers/decide-erasures.server";
import { dropUnneeded } from "~/features/customers/drop-files.server";
import { type EraseCustomer, eraseCustomer } from "~/features/customers/erase-customer.server";
import { findCustomers } from "~/features/customers/find-customers.server";
import { getCustomer } from "~/features/customers/get-customer.server";
import { getErased, getErasure } from "~/features/customers/get-erasure.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { requestErasure } from "~/features/customers/request-erasure.server";
import { countRetentionOver } from "~/features/customers/retention-over.server";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { settingEffects } from "~/features/projects/setting-effects.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction, pool } from "~/platform/db.server";
import { attach, keepFile, pathOfFile } from "~/platform/files.server";
import { newId } from "~/platform/id.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import { sealFor } from "~/platform/person-key.server";
import { runChecks } from "../../../scripts/programs/verify/run-checks";
import {
  asStaff,
  type GivenProject,
  givenCustomer,
  givenProject,
  givenUnit,
  NOW,
  refused,
  TODAY,
} from "../../support/given";
import { givenBuyer, givenContact, givenVisit } from "../../support/given-visitor";
import { givenDraft, givenHold, givenOffice, givenReserved } from "../../support/sell";

decideErasures();
afterAll(closeDb);

const LATER = new Date("2029-03-02T02:00:00Z");
const asked = (customerId: string, over: Partial<EraseCustomer> = {}): EraseCustomer => ({
  key: newId(),
  customerId,
  ground: "REQUEST",
  ...over,
});
/** Words that stand nowhere else: whatever row still has them is found by them. */
const NAME = "欧阳忘忧";
const WORDS = "家住望湖街，孩子明年上学";

/** Somebody of whom the house knows all that it can know without a deal. */
async function givenKnown(project: GivenProject) {
  const owner = await asStaff("CONSULTANT", project);
  const visit = givenVisit({ name: NAME, note: WORDS });
  const { customerId, personId } = await registerVisitor(owner, visit);
  await recordInteraction(owner, givenContact({ customerId, text: WORDS, nextOn: "2026-03-05" }));
  await completeBuyer(owner, givenBuyer({ customerId, name: NAME, address: WORDS }));
  await db.user.create({
    data: { name: NAME, personId, createdAt: NOW, sessions: { create: session() } },
  });
  await inTransaction(async (tx) => {
    const says = { code: "123456", minutes: 5 };
    await putIntoOutbox(tx, {
      ...{ effectKey: newId(), kind: "ONE_TIME_CODE", says, to: { personId }, projectId: null, now: NOW },
    });
    await sealFor(tx, personId, WORDS, "test", NOW);
    await tx.messageChoice.create({
      data: { personId, channel: "SMS", wanted: false, way: "STAFF", proof: WORDS, at: NOW },
    });
  });
  const sha256 = await keepFile(Buffer.from(`${NAME} ${customerId}`));
  const file = {
    projectId: project.id,
    subject: `customer:${customerId}`,
    sha256,
    name: "a.txt",
    mediaType: "text/plain",
  };
  await inTransaction((tx) => attach(tx, { ...file, bytes: 1, byId: owner.actorId, at: NOW }));
  return { owner, customerId, personId, visit, sha256 };
}
function session() {
  return { tokenHash: newId(), ip: "10.0.0.9", userAgent: "x", createdAt: NOW, lastSeenAt: NOW, expiresAt: LATER };
}

/** Every table that holds one of these texts in any column. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE ANY ($1) LIMIT 1`, [
      texts.map((text) => `%${text}%`),
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const check = async () => (await runChecks()).find(({ name }) => name === "nothing is left of an erased person");

describe("erasing a person", () => {
  it("leaves no word in any table, and every row", async () => {
    const project = await givenProject();
    const { owner, customerId, personId, visit } = await givenKnown(project);
    await returnToPool(owner, { key: newId(), customerId, reason: WORDS });
    const phone = `86${visit.phone}`;
    expect(await tablesWith(NAME, WORDS, phone)).not.toEqual([]);
    const counts = () =>
      Promise.all([
        db.interaction.count({ where: { customerId } }),
        db.fact.count({ where: { customerId } }),
        db.projectCustomer.count({ where: { personId } }),
        db.ownershipChange.count({ where: { customerId } }),
        db.outboxMessage.count({ where: { personId } }),
      ]);
    const before = await counts();
    const director = await asStaff("DIRECTOR", project);
    await eraseCustomer(director, asked(customerId));

    expect(await tablesWith(NAME, WORDS, phone)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
      ...{ name: "***", erasedAt: NOW, erasedUnder: "REQUEST", idCipher: null, idIndex: null, birthday: null },
    });
    const gone = { phones: 0, tokens: 0, keys: 0, sessions: 0, files: 0 };
    expect({
      phones: await db.personPhone.count({ where: { personId } }),
      tokens: await db.searchToken.count({ where: { subjectId: customerId } }),
      keys: await db.personKey.count({ where: { personId } }),
      sessions: await db.session.count({ where: { user: { personId } } }),
      files: await db.attachment.count({ where: { subject: `customer:${customerId}` } }),
    }).toEqual(gone);
    expect(await db.outboxMessage.findFirst({ where: { personId } })).toMatchObject({
      ...{ status: "SUPPRESSED", saysCipher: null, copyCipher: null },
    });
    expect(
      await db.auditEntry.findFirst({ where: { action: "customer.erased", subject: `customer:${customerId}` } }),
    ).toMatchObject({
      ...{ actorId: director.actorId, reason: "REQUEST", after: { personId, ground: "REQUEST", months: 24 } },
    });
    expect(await check()).toMatchObject({ ok: true });
  });

  it("is found by nobody afterwards, and nothing more is entered", async () => {
    const project = await givenProject();
    const { owner, customerId, personId, visit } = await givenKnown(project);
    const director = await asStaff("DIRECTOR", project);
    await eraseCustomer(director, asked(customerId));
    expect(await findCustomers(director, visit.phone)).toEqual([]);
    expect(await findCustomers(director, NAME)).toEqual([]);
    expect(await getCustomer(director, customerId)).toBeNull();
    expect(await attempt(recordInteraction(owner, givenContact({ customerId })))).toMatchObject(
      refused("person_erased"),
    );
    const again = await registerVisitor(owner, { ...visit, key: newId() });
    expect(again.personId).not.toBe(personId);
  });

  it("drops the bytes of files that nothing else needs", async () => {
    const project = await givenProject();
    const { customerId, sha256 } = await givenKnown(project);
    await eraseCustomer(await asStaff("DIRECTOR", project), asked(customerId));
    const where = { kind: "files.drop", projectId: project.id };
    expect(await db.jobRun.findFirst({ where })).toMatchObject({ input: { hashes: [sha256] } });
    const shared = await keepFile(Buffer.from(`shared ${newId()}`));
    const file = { projectId: project.id, subject: "unit:x", sha256: shared, name: "b.txt", mediaType: "text/plain" };
    await inTransaction((tx) => attach(tx, { ...file, bytes: 1, byId: newId(), at: NOW }));
    await dropUnneeded([sha256, shared]);
    await expect(access(pathOfFile(sha256))).rejects.toThrow();
    await access(pathOfFile(shared));
  });

  it("happens once, however often and by however many it is asked", async () => {
    const project = await givenProject();
    const { customerId } = await givenKnown(project);
    const directors = await Promise.all(Array.from({ length: 8 }, () => asStaff("DIRECTOR", project)));
    const outcomes = await Promise.all(directors.map((ctx) => attempt(eraseCustomer(ctx, asked(customerId)))));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await db.auditEntry.count({ where: { action: "customer.erased", subject: `customer:${customerId}` } })).toBe(
      1,
    );
  });

  it.each(["hold", "contact"] as const)(
    "comes before or after a %s at the same moment, never between",
    async (what) => {
      const project = await givenProject();
      const director = await asStaff("DIRECTOR", project);
      for (let turn = 0; turn < 6; turn++) {
        const owner = await asStaff("CONSULTANT", project);
        const { id: customerId } = await givenCustomer(project, owner, NAME);
        const unitId = (await givenUnit(project)).id;
        const other = () =>
          what === "hold"
            ? placeHold(owner, { key: newId(), unitId, customerId })
            : recordInteraction(owner, givenContact({ customerId, text: WORDS }));
        const [erased, entered] = await Promise.all([
          attempt(eraseCustomer(director, asked(customerId))),
          attempt<unknown>(other()),
        ]);
        if (what === "hold") expect([erased.ok, entered.ok].filter(Boolean)).toHaveLength(1);
        else expect(erased.ok).toBe(true);
        const wrote = await db.interaction.count({ where: { customerId, text: { not: "" } } });
        expect(wrote).toBe(0);
      }
    },
  );

  it("belongs to the director, and to the service desk by way of the director", async () => {
    const project = await givenProject();
    const { customerId } = await givenKnown(project);
    const service = await asStaff("SERVICE", project);
    for (const role of ["CONSULTANT", "MANAGER", "GM", "PLANNER"] as const) {
      const ctx = await asStaff(role, project);
      expect(await attempt(eraseCustomer(ctx, asked(customerId))), role).toMatchObject(refused("not_permitted"));
      expect(await attempt(requestErasure(ctx, asked(customerId))), role).toMatchObject(refused("not_permitted"));
    }
    expect(await attempt(eraseCustomer(service, asked(customerId)))).toMatchObject(refused("not_permitted"));
    await requestErasure(service, asked(customerId));
    expect(await attempt(requestErasure(service, asked(customerId)))).toMatchObject(refused("asked_already"));
    const slip = await db.approval.findFirstOrThrow({ where: { subject: `customer:${customerId}` } });
    const director = await asStaff("DIRECTOR", project);
    const yes = { key: newId(), approvalId: slip.id, yes: true, reason: `${NAME} 本人要求` };
    expect(await decideApproval(director, yes)).toMatchObject({ status: "USED" });
    expect(await db.approval.findUnique({ where: { id: slip.id }, include: { decisions: true } })).toMatchObject({
      ...{ facts: {}, reason: "本人要求删除", decisions: [{ reason: "***" }] },
    });
    expect(await getCustomer(director, customerId)).toBeNull();
  });

  it("of another project, or of one beyond one's reach, is refused", async () => {
    const [here, there] = [await givenProject(), await givenProject()];
    const { customerId, personId } = await givenKnown(here);
    const director = await asStaff("DIRECTOR", here);
    expect(await attempt(eraseCustomer(await asStaff("DIRECTOR", there), asked(customerId)))).toMatchObject(
      refused("not_found"),
    );
    await db.projectCustomer.create({
      data: { projectId: there.id, personId, createdAt: NOW, createdById: director.actorId },
    });
    expect(await attempt(eraseCustomer(director, asked(customerId)))).toMatchObject(refused("erase_beyond_reach"));
    await db.grant.create({
      data: { userId: director.actorId, role: "DIRECTOR", scope: "PROJECT", projectId: there.id, grantedAt: NOW },
    });
    await eraseCustomer(director, asked(customerId));
    expect(await db.projectCustomer.count({ where: { personId, archivedAt: NOW } })).toBe(2);
  });
});

describe("the list of those who are due", () => {
  const due = filtersOf(new URLSearchParams("pool=due"));

  it("holds whoever was not heard of for longer than the period, and whom nothing keeps", async () => {
    const office = await givenOffice();
    const owner = office.desk.CONSULTANT;
    const { id } = await givenCustomer(office.project, owner, NAME);
    await givenReserved(office);
    const at = (now: string) => ({ ...office.desk.DIRECTOR, now: new Date(now) });
    const listed = async (now: string) => (await listCustomers(at(now), due, null)).rows.map((row) => row.id);
    expect(await listed("2028-03-01T02:00:00Z")).toEqual([]);
    expect(await listed("2028-03-03T02:00:00Z")).toEqual([id]);
    expect(await countRetentionOver(at("2028-03-03T02:00:00Z"))).toBe(1);
    await recordInteraction({ ...owner, now: new Date("2027-01-01T02:00:00Z") }, givenContact({ customerId: id }));
    expect(await listed("2028-03-03T02:00:00Z")).toEqual([]);
    await eraseCustomer(at("2029-03-03T02:00:00Z"), asked(id, { ground: "RETENTION" }));
    expect(await listed("2029-03-03T02:00:00Z")).toEqual([]);
  });

  it("is as long as a change of the setting says before it is made", async () => {
    const project = await givenProject();
    await givenCustomer(project, null, NAME);
    const change = { key: "retentionMonths", projectIds: [project.id], before: 24, from: TODAY } as const;
    const effects = (after: number) => settingEffects({ ...change, after, now: new Date("2026-10-02T02:00:00Z") });
    expect(await effects(6)).toEqual([{ name: "PEOPLE_DUE", count: 1 }]);
    expect(await effects(9)).toEqual([]);
  });

  it("is shown to those who may erase or ask for it, with the page of the erased", async () => {
    const project = await givenProject();
    const { customerId } = await givenKnown(project);
    const [manager, service] = [await asStaff("MANAGER", project), await asStaff("SERVICE", project)];
    expect(await countRetentionOver({ ...manager, now: LATER })).toBe(0);
    expect(await countRetentionOver({ ...service, now: LATER })).toBe(1);
    expect(await getErasure(service, customerId)).toMatchObject({
      grounds: ["REQUEST"],
      refusal: null,
      decides: false,
    });
    expect(await getErased(service, customerId)).toBeNull();
    await eraseCustomer(await asStaff("DIRECTOR", project), asked(customerId));
    expect(await getErased(service, customerId)).toEqual({ at: NOW, ground: "REQUEST" });
  });
});

describe("what keeps a person", () => {
  it("is the period of retention, unless the person asks", async () => {
    const project = await givenProject();
    const { customerId, personId } = await givenKnown(project);
    const director = await asStaff("DIRECTOR", project, { now: new Date("2028-03-01T02:00:00Z") });
    const due = asked(customerId, { ground: "RETENTION" });
    expect(await attempt(eraseCustomer(director, due))).toMatchObject({
      refusal: { code: "retention_running", params: { until: "2028-03-03" } },
    });
    await eraseCustomer({ ...director, now: new Date("2028-03-03T02:00:00Z") }, due);
    expect(await db.person.count({ where: { id: personId, erasedUnder: "RETENTION" } })).toBe(1);
  });

  it("is a hold while it lives; what came to nothing goes with its words", async () => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const { DIRECTOR, CONSULTANT } = office.desk;
    const { customerId } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
    expect(await attempt(eraseCustomer(DIRECTOR, asked(customerId)))).toMatchObject(refused("erase_deal_open"));
    const { version } = await db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await releaseHold(CONSULTANT, { key: newId(), dealId, version });
    await db.deal.update({ where: { id: dealId }, data: { holdReason: WORDS } });
    await eraseCustomer(DIRECTOR, asked(customerId));
    expect(await db.deal.findUnique({ where: { id: dealId } })).toMatchObject({
      holdReason: "",
      endReason: "GIVEN_UP",
    });
  });

  it("is a draft with a question under way, and a deal that was signed or paid", async () => {
    const drafted = await givenOffice();
    const draft = await givenDraft(drafted);
    const { customerId } = await db.deal.findUniqueOrThrow({ where: { id: draft } });
    expect(await attempt(eraseCustomer(drafted.desk.DIRECTOR, asked(customerId)))).toMatchObject(
      refused("erase_deal_open"),
    );
    const sold = await givenOffice();
    const reserved = await db.deal.findUniqueOrThrow({ where: { id: await givenReserved(sold) } });
    await db.deal.updateMany({ where: { id: reserved.id }, data: { version: { increment: 1 } } });
    await pool.query(`BEGIN; SET LOCAL session_replication_role = replica;
      UPDATE "Deal" SET stage = 'VOIDED', "endedAt" = now() WHERE id = '${reserved.id}'; COMMIT`);
    expect(await attempt(eraseCustomer(sold.desk.DIRECTOR, asked(reserved.customerId)))).toMatchObject(
      refused("erase_money"),
    );
    await pool.query(`BEGIN; SET LOCAL session_replication_role = replica;
      UPDATE "Deal" SET stage = 'RESERVED', "endedAt" = NULL WHERE id = '${reserved.id}'; COMMIT`);
  });
});
