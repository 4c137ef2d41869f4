import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { ROLES } from "~/domain/permission";
import { movesOf, nextStates, type StateOf, statesOf } from "~/domain/transition";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { withdrawApproval } from "~/features/approvals/withdraw-approval.server";
import { draftPriceList, redraftPriceList } from "~/features/pricing/draft-price-list.server";
import type { PriceSource } from "~/features/pricing/plan-lines";
import { requestPriceList } from "~/features/pricing/request-price-list.server";
import { takeDuePriceLists, takeEffect } from "~/features/pricing/take-effect.server";
import { revokePriceList, withdrawPriceList } from "~/features/pricing/withdraw-price-list.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenProject, givenUnit, NOW, refused } from "../../support/given";
import { BELOW_FILED, givenApproved, givenDraft, givenPriceDesk, givenRequest } from "../../support/price";

afterAll(closeDb);

const LATER = hoursAfter(NOW, 24);
const grid = (...rows: [label: string, list: number, floor: number][]): PriceSource => ({
  kind: "GRID",
  rows: rows.map(([label, list, floor], at) => ({ row: at + 1, label, list: fen(list), floor: fen(floor) })),
});

async function given() {
  const project = await givenProject();
  const desk = await givenPriceDesk(project);
  const unpriced = { listFen: null, floorFen: null, releaseState: "UNRELEASED", releasedOn: null } as const;
  const units = [await givenUnit(project, unpriced), await givenUnit(project, { ...unpriced, filedFen: 333_333_333n })];
  return { project, desk, units };
}
const statusOf = async (id: string) => (await db.priceList.findUniqueOrThrow({ where: { id } })).status;
const pricesOf = (project: GivenProject) =>
  db.unit.findMany({
    where: { projectId: project.id },
    select: { listFen: true, floorFen: true, priceListId: true },
    orderBy: { boardNo: "asc" },
  });
const yes = (approvalId: string) => ({ key: newId(), approvalId, yes: true, reason: "" });
const no = (approvalId: string) => ({ key: newId(), approvalId, yes: false, reason: "再议" });

describe("drafting", () => {
  it("lowers every filed price to whole yuan, with a floor below it, and changes nothing on offer", async () => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const lines = await db.priceListLine.findMany({ where: { priceListId }, orderBy: { unitId: "asc" } });
    // 3 333 333.33 × 0.98 = 3 266 666.66; × 0.95 = 3 103 332.70, up to the yuan
    expect(lines.map(({ listFen, floorFen }) => [listFen, floorFen])).toEqual([
      [392_000_000n, 372_400_000n],
      [326_666_600n, 310_333_300n],
    ]);
    expect(await pricesOf(project)).toEqual(Array(2).fill({ listFen: null, floorFen: null, priceListId: null }));
  });

  it("takes prices from a grid, and the price in force for whatever the grid leaves out", async () => {
    const { project, desk, units } = await given();
    await givenUnit(project, { label: "在售", listFen: 300n, floorFen: 200n });
    const source = grid([units[0]?.label ?? "", 390_000_000, 380_000_000]);
    const { priceListId } = await givenDraft(desk.planner, project, LATER, source);
    const lines = await db.priceListLine.findMany({ where: { priceListId }, orderBy: { listFen: "desc" } });
    expect(lines.map(({ listFen, floorFen }) => [listFen, floorFen])).toEqual([
      [390_000_000n, 380_000_000n],
      [300n, 200n],
    ]);
  });

  it.each([
    ["a unit that is not there", grid(["9-9-99", 1, 1]), "unit_not_in_phase"],
    ["a floor above the list price", grid(["甲", 1, 2]), "list_below_floor"],
    ["a price of nothing", grid(["甲", 0, 0]), "amount_not_positive"],
    ["the same unit twice", grid(["甲", 2, 1], ["甲 ", 2, 1]), "value_duplicate"],
  ])("refuses %s", async (_what, source, code) => {
    const { project, desk } = await given();
    await givenUnit(project, { label: "甲" });
    expect(await attempt(givenDraft(desk.planner, project, LATER, source))).toMatchObject(refused(code));
    expect(await db.priceList.count({ where: { projectId: project.id } })).toBe(0);
  });

  it("numbers versions of a phase, also of drafts made at once", async () => {
    const { project, desk } = await given();
    const drafts = await Promise.all([1, 2, 3].map(() => givenDraft(desk.planner, project, LATER)));
    expect(drafts.map(({ versionNo }) => versionNo).sort()).toEqual([1, 2, 3]);
  });

  it("lets a draft be written anew, but not behind somebody's back", async () => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const again = { priceListId, name: "二稿", effectiveAt: LATER.toISOString(), source: BELOW_FILED };
    await redraftPriceList(desk.planner, { key: newId(), version: 1, ...again });
    const late = redraftPriceList(desk.planner, { key: newId(), version: 1, ...again });
    expect(await attempt(late)).toMatchObject(refused("stale_version"));
  });
});

describe("asking and answering", () => {
  it("puts an approved list in force at its time, by itself, and keeps the one before", async () => {
    const { project, desk } = await given();
    const first = await givenApproved(desk, project, NOW);
    expect(await statusOf(first)).toBe("EFFECTIVE");
    const second = await givenApproved(desk, project, LATER, { ...BELOW_FILED, changePpm: 0 as never } as PriceSource);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["EFFECTIVE", "APPROVED"]);
    expect(await takeDuePriceLists(hoursAfter(LATER, -1))).toBe(0);
    expect(await pricesOf(project)).toMatchObject([{ listFen: 392_000_000n, priceListId: first }, {}]);

    expect(await takeDuePriceLists(LATER)).toBe(1);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["SUPERSEDED", "EFFECTIVE"]);
    expect(await pricesOf(project)).toMatchObject([
      { listFen: 400_000_000n, floorFen: 380_000_000n, priceListId: second },
      { listFen: 333_333_300n, priceListId: second },
    ]);
    expect(await db.priceListLine.count({ where: { priceListId: first } })).toBe(2);
  });

  it("is never approved by who asked, and answers a repeated form as before", async () => {
    const { project } = await given();
    const both = await asStaff(["PLANNER", "DIRECTOR"], project);
    const { priceListId } = await givenDraft(both, project, LATER);
    const ask = { key: newId(), priceListId, version: 1, reason: "定价", atOnce: false };
    const answers = await Promise.all([1, 2, 3].map(() => requestPriceList(both, ask)));
    expect(new Set(answers.map(({ approvalId }) => approvalId)).size).toBe(1);
    const { approvalId = "" } = answers[0] ?? {};
    expect(await attempt(decideApproval(both, yes(approvalId)))).toMatchObject(refused("own_request"));
    const other = requestPriceList(both, { ...ask, reason: "另一个" });
    expect(await attempt(other)).toMatchObject(refused("idempotency_mismatch"));
  });

  it("refuses a price above the filed one while the setting forbids it, and a time that has passed", async () => {
    const { project, desk, units } = await given();
    const label = units[0]?.label ?? "";
    const above = await givenDraft(desk.planner, project, LATER, grid([label, 400_000_001, 1]));
    const asked = await attempt(givenRequest(desk.planner, above.priceListId));
    expect(asked).toMatchObject({ ok: false, refusal: { code: "price_above_filed", params: { unit: label } } });
    const warned = { ...desk.planner, settings: { ...desk.planner.settings, filedPriceGuard: "WARN" } } as Ctx;
    expect(await givenRequest(warned, above.priceListId)).toMatchObject({ priceListId: above.priceListId });

    const past = await givenDraft(desk.planner, project, hoursAfter(NOW, -1));
    expect(await attempt(givenRequest(desk.planner, past.priceListId))).toMatchObject(refused("effective_time_past"));
    expect(await givenRequest(desk.planner, past.priceListId, 1, true)).toBeTruthy();
  });

  it("refuses below the filed band, and the yes when the filed price fell meanwhile", async () => {
    const { project, desk, units } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const banded = { ...desk.planner, settings: { ...desk.planner.settings, filedBandLowerPpm: 10_000 } } as Ctx;
    expect(await attempt(givenRequest(banded, priceListId))).toMatchObject(refused("price_below_filed_band"));
    const { approvalId } = await givenRequest(desk.planner, priceListId);
    await db.unit.update({ where: { id: units[0]?.id ?? "" }, data: { filedFen: 390_000_000n } });
    expect(await attempt(decideApproval(desk.director, yes(approvalId)))).toMatchObject(refused("price_above_filed"));
    expect(await statusOf(priceListId)).toBe("SUBMITTED");
  });

  it("demands a price for every unit on offer", async () => {
    const { project, desk, units } = await given();
    const source = grid([units[0]?.label ?? "", 390_000_000, 380_000_000]);
    const { priceListId } = await givenDraft(desk.planner, project, LATER, source);
    await givenUnit(project);
    expect(await attempt(givenRequest(desk.planner, priceListId))).toMatchObject(refused("price_missing"));
  });

  it("goes back to a draft by a no, and is withdrawn when the asker takes it back", async () => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const first = await givenRequest(desk.planner, priceListId);
    await decideApproval(desk.director, no(first.approvalId));
    expect(await statusOf(priceListId)).toBe("DRAFT");
    const second = await givenRequest(desk.planner, priceListId, 3);
    await withdrawApproval(desk.planner, { key: newId(), approvalId: second.approvalId });
    expect(await statusOf(priceListId)).toBe("WITHDRAWN");
  });

  it("closes the slip when the list is withdrawn", async () => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const { approvalId } = await givenRequest(desk.planner, priceListId);
    await withdrawPriceList(desk.planner, { key: newId(), priceListId, version: 2 });
    expect(await attempt(decideApproval(desk.director, yes(approvalId)))).toMatchObject(refused("wrong_state"));
  });

  it("is not revoked while a release counts on it", async () => {
    const { project, desk, units } = await given();
    const priceListId = await givenApproved(desk, project, LATER);
    const { version } = await db.priceList.findUniqueOrThrow({ where: { id: priceListId } });
    const revoke = (reason: string) => revokePriceList(desk.director, { key: newId(), priceListId, version, reason });
    expect(await attempt(revoke(" "))).toMatchObject(refused("reason_required"));
    const batch = await db.releaseBatch.create({
      data: {
        ...{ projectId: project.id, name: "首开", status: "APPROVED", opensAt: LATER, createdAt: NOW },
        draftedById: desk.planner.actorId,
        units: { create: { unitId: units[0]?.id ?? "" } },
      },
    });
    expect(await attempt(revoke("调价"))).toMatchObject(refused("used_by_release_batch"));
    await db.releaseBatch.update({ where: { id: batch.id }, data: { status: "CANCELLED" } });
    await revoke("调价");
    expect(await statusOf(priceListId)).toBe("WITHDRAWN");
  });
});

describe("two lists that take effect at once", () => {
  it("leave the later one in force, whoever comes first", async () => {
    const { project, desk } = await given();
    const early = await givenApproved(desk, project, hoursAfter(NOW, 1));
    const late = await givenApproved(desk, project, hoursAfter(NOW, 2), {
      ...BELOW_FILED,
      floorBelowPpm: 100_000,
    } as PriceSource);
    const moment = hoursAfter(NOW, 3);

    const taken = await Promise.all(Array.from({ length: 12 }, () => takeDuePriceLists(moment)));

    expect(taken.reduce((sum, lists) => sum + lists, 0)).toBe(2);
    expect([await statusOf(early), await statusOf(late)]).toEqual(["SUPERSEDED", "EFFECTIVE"]);
    expect(await pricesOf(project)).toMatchObject(Array(2).fill({ priceListId: late }));
    const audit = await db.auditEntry.findMany({ where: { projectId: project.id, action: "price_list.took_effect" } });
    expect(audit.map(({ subject }) => subject)).toEqual([`price_list:${early}`, `price_list:${late}`]);
  });

  it("never are two in force, by the index, even without the lock", async () => {
    const { project, desk } = await given();
    const lists = [await givenApproved(desk, project, LATER), await givenApproved(desk, project, LATER)];
    const both = Promise.all(lists.map((id) => db.priceList.update({ where: { id }, data: { status: "EFFECTIVE" } })));
    await expect(both).rejects.toThrow();
    const system = { ...desk.planner, actorId: null, now: LATER };
    await inTransaction((tx) => takeEffect(tx, system, project.phaseId));
    expect(await db.priceList.count({ where: { phaseId: project.phaseId, status: "EFFECTIVE" } })).toBe(1);
  });
});

describe("who may do what, and from where", () => {
  const ACTIONS = ["request_approval", "approve", "send_back", "withdraw", "revoke"] as const;

  it.each(statesOf("price_list"))("holds for every role on a list that is %s", async (status) => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const asker = await asStaff("PLANNER", project);
    const staff = await Promise.all(ROLES.map(async (role) => [role, await asStaff(role, project)] as const));
    for (const action of ACTIONS) {
      for (const [role, ctx] of staff) {
        const { approvalId, version } = await putInto(status, priceListId, asker);
        const common = { key: newId(), priceListId, version };
        const outcome = await attempt<unknown>(
          {
            request_approval: () => requestPriceList(ctx, { ...common, reason: "定价", atOnce: false }),
            approve: () => decideApproval(ctx, yes(approvalId)),
            send_back: () => decideApproval(ctx, no(approvalId)),
            withdraw: () => withdrawPriceList(ctx, common),
            revoke: () => revokePriceList(ctx, { ...common, reason: "调价" }),
          }[action](),
        );
        const may = movesOf("price_list").some((move) => move.action === action && move.who.includes(role));
        const expected = may && nextStates("price_list", action, status).length > 0;
        expect(outcome.ok, `${role} ${action} ${status}: ${JSON.stringify(outcome)}`).toBe(expected);
        if (!outcome.ok && !may) expect(["not_permitted", "not_your_step"]).toContain(outcome.refusal.code);
        if (!outcome.ok && may) expect(outcome.refusal.code).toBe("wrong_state");
      }
    }
  });

  /** The list in this state, with the question about it open wherever it may be. */
  async function putInto(status: StateOf<"price_list">, id: string, asker: Ctx) {
    const subject = `price_list:${id}`;
    await db.approval.updateMany({ where: { subject, status: "PENDING" }, data: { status: "WITHDRAWN" } });
    const approval = await db.approval.create({
      data: {
        ...{ subject, kind: "PRICE_LIST", chain: ["DIRECTOR"], reason: "定价", facts: {} },
        status: status === "DRAFT" ? "REJECTED" : "PENDING",
        ...{ projectId: asker.projectId, requestedById: asker.actorId, requestedAt: NOW },
      },
    });
    const list = await db.priceList.update({ where: { id }, data: { status, effectiveAt: LATER } });
    return { approvalId: approval.id, version: list.version };
  }

  it("knows nothing of another project's list", async () => {
    const { project, desk } = await given();
    const { priceListId } = await givenDraft(desk.planner, project, LATER);
    const { approvalId } = await givenRequest(desk.planner, priceListId);
    const other = await given();
    const common = { key: newId(), priceListId, version: 2 };
    const { planner, director } = other.desk;
    const anew = { name: "x", effectiveAt: NOW.toISOString(), source: BELOW_FILED };
    const foreign: [string, () => Promise<unknown>][] = [
      ["draft", () => givenDraft(planner, project, LATER)],
      ["request", () => givenRequest(planner, priceListId, 2)],
      ["redraft", () => redraftPriceList(planner, { ...common, ...anew })],
      ["withdraw", () => withdrawPriceList(planner, common)],
      ["revoke", () => revokePriceList(director, { ...common, reason: "x" })],
      ["approve", () => decideApproval(director, yes(approvalId))],
    ];
    for (const [what, ask] of foreign) expect(await attempt(ask()), what).toMatchObject(refused("not_found"));
    expect(await statusOf(priceListId)).toBe("SUBMITTED");
  });

  it("lets nobody but the planner draft", async () => {
    const { project } = await given();
    for (const role of ROLES.filter((one) => one !== "PLANNER")) {
      const ctx = await asStaff(role, project);
      expect(await attempt(givenDraft(ctx, project, LATER)), role).toMatchObject(refused("not_permitted"));
    }
    const draft = { key: newId(), phaseId: newId(), name: "x", effectiveAt: NOW.toISOString(), source: BELOW_FILED };
    const planner = await asStaff("PLANNER", project);
    expect(await attempt(draftPriceList(planner, draft))).toMatchObject(refused("not_found"));
  });
});
