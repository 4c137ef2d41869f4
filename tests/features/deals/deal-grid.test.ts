import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { mayAsk, type Role } from "~/domain/permission";
import { type ActionOf, canMove, permissionFor } from "~/domain/transition";
import { cancelHold } from "~/features/deals/cancel-hold.server";
import type { ChangedDeal } from "~/features/deals/change-deal.server";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { extendSignBy } from "~/features/deals/extend-sign-by.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { asStaff, givenProject } from "../../support/given";
import {
  contractOf,
  draftOf,
  formOn,
  givenContract,
  givenDraft,
  givenHold,
  givenOffice,
  givenReserved,
  givenSigned,
  type Office,
} from "../../support/sell";

afterAll(closeDb);

type Command = (ctx: Ctx, office: Office, dealId: string) => Promise<ChangedDeal>;

const COMMANDS = {
  release_hold: async (ctx, _, dealId) => releaseHold(ctx, await formOn(dealId)),
  cancel_hold: async (ctx, _, dealId) => cancelHold(ctx, await formOn(dealId)),
  extend_hold: async (ctx, _, dealId) => extendHold(ctx, { ...(await formOn(dealId)), until: "2026-03-04T02:00:00Z" }),
  draft_subscription: async (ctx, office, dealId) => draftSubscription(ctx, await draftOf(office, dealId)),
  confirm_unit: async (ctx, _, dealId) => confirmUnit(ctx, await formOn(dealId)),
  sign_subscription: async (ctx, _, dealId) => signSubscription(ctx, await formOn(dealId)),
  extend_sign_by: async (ctx, _, dealId) =>
    extendSignBy(ctx, { ...(await formOn(dealId)), until: day("2026-03-20"), reason: "出差" }),
  sign_contract: async (ctx, _, dealId) => signContract(ctx, await contractOf(dealId)),
} as const satisfies Partial<Record<ActionOf<"deal">, Command>>;
type Action = keyof typeof COMMANDS;
const ACTIONS = Object.keys(COMMANDS) as Action[];

const STAGES = {
  HELD: givenHold,
  RESERVED: givenReserved,
  CONTRACTED: givenContract,
  VOIDED: async (office: Office) => {
    const dealId = await givenHold(office);
    await releaseHold(office.desk.CONTROLLER, await formOn(dealId));
    return dealId;
  },
} as const;
type Stage = keyof typeof STAGES;

/** Who may do it at all, with the farthest reach. */
const DOERS: Record<Action, Role> = {
  release_hold: "CONTROLLER",
  cancel_hold: "CONTROLLER",
  extend_hold: "CONTROLLER",
  draft_subscription: "CONSULTANT",
  confirm_unit: "CONTROLLER",
  sign_subscription: "MANAGER",
  extend_sign_by: "CLERK",
  sign_contract: "CLERK",
};

describe("every command on a deal", () => {
  it.each(Object.keys(STAGES) as Stage[])("starts only from the stages of the table: %s", async (stage) => {
    const office = await givenOffice();
    const dealId = await STAGES[stage](office);
    for (const action of ACTIONS) {
      if (canMove("deal", action, stage).ok) continue;
      const outcome = await attempt(
        COMMANDS[action](office.desk[DOERS[action] as keyof Office["desk"]], office, dealId),
      );
      const code = outcome.ok ? "done" : outcome.refusal.code;
      expect([action, ["wrong_state", "deal_ended"].includes(code) ? "refused" : code]).toEqual([action, "refused"]);
      expect((await db.deal.findUniqueOrThrow({ where: { id: dealId } })).stage).toBe(stage);
    }
  });

  it("is refused to every role that the table does not name", async () => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const roles = [
      "RECEPTIONIST",
      "CONSULTANT",
      "CONTROLLER",
      "MANAGER",
      "DIRECTOR",
      "GM",
      "CASHIER",
      "ACCOUNTANT",
      "FINANCE",
      "CLERK",
      "MORTGAGE",
      "PLANNER",
      "SERVICE",
      "ENGINEER",
      "CHANNEL",
      "CONTRACTOR",
      "PROPERTY",
      "ANALYST",
      "ADMIN",
      "BUYER",
    ] as const;
    for (const role of roles) {
      const ctx = await asStaff(role, office.project);
      for (const action of ACTIONS) {
        const needed = permissionFor("deal", action);
        if (!needed || mayAsk(ctx.permissions, needed).ok) continue;
        const outcome = await attempt(COMMANDS[action](ctx, office, dealId));
        expect([role, action, outcome]).toMatchObject([role, action, { refusal: { code: "not_permitted" } }]);
      }
    }
    expect((await db.deal.findUniqueOrThrow({ where: { id: dealId } })).version).toBe(1);
  });

  it.each(ACTIONS)("does not find another project's deal: %s", async (action) => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const elsewhere = await asStaff(DOERS[action], await givenProject());
    expect(await attempt(COMMANDS[action](elsewhere, office, dealId))).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it.each(ACTIONS)("refuses a form that was filled in before a change: %s", async (action) => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const before = await formOn(dealId);
    await extendHold(office.desk.CONTROLLER, { ...before, until: "2026-03-03T03:00:00Z" });
    const stale: Command = async (ctx) => {
      const input = { ...(await draftOf(office, dealId)), ...before, key: crypto.randomUUID() };
      const more = { until: day("2026-03-20"), reason: "出差", ...(await contractOf(dealId)), ...before };
      if (action === "draft_subscription") return draftSubscription(ctx, input);
      if (action === "extend_sign_by") return extendSignBy(ctx, { ...more, key: input.key });
      if (action === "sign_contract") return signContract(ctx, { ...more, key: input.key });
      const plain = { ...before, key: input.key };
      if (action === "extend_hold") return extendHold(ctx, { ...plain, until: "2026-03-04T02:00:00Z" });
      const rest = {
        release_hold: releaseHold,
        cancel_hold: cancelHold,
        confirm_unit: confirmUnit,
        sign_subscription: signSubscription,
      };
      return rest[action](ctx, plain);
    };
    const ctx = office.desk[DOERS[action] as keyof Office["desk"]];
    expect(await attempt(stale(ctx, office, dealId))).toMatchObject({
      refusal: { code: "stale_version", params: { version: 2 } },
    });
  });
});

describe("two tabs", () => {
  it("confirm once, and answer a repeated form as before", async () => {
    const office = await givenOffice();
    const dealId = await givenDraft(office);
    const [first, second] = [await formOn(dealId), await formOn(dealId)];
    const ctx = office.desk.CONTROLLER;

    const outcomes = await Promise.all([attempt(confirmUnit(ctx, first)), attempt(confirmUnit(ctx, second))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "stale_version" } });

    const won = outcomes[0]?.ok ? first : second;
    expect(await confirmUnit(ctx, won)).toEqual({ dealId, stage: "HELD" });
    expect(await attempt(confirmUnit(ctx, { ...won, version: 99 }))).toMatchObject({
      refusal: { code: "idempotency_mismatch" },
    });
    const trail = await db.auditEntry.count({
      where: { subject: `deal:${dealId}`, action: "subscription.unit_confirmed" },
    });
    expect(trail).toBe(1);
  });

  it("sign once under eight presses of the same button", async () => {
    const office = await givenOffice();
    const dealId = await givenDraft(office);
    await confirmUnit(office.desk.CONTROLLER, await formOn(dealId));
    const form = await formOn(dealId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => signSubscription(office.desk.MANAGER, form)));
    expect(new Set(answers.map(({ stage }) => stage))).toEqual(new Set(["HELD"]));
    expect(await db.receivable.count({ where: { dealId } })).toBe(3);
  });

  it("gives a unit back also after the clock was put back", async () => {
    const office = await givenOffice();
    const dealId = await givenHold(office);
    const earlier = { ...office.desk.CONTROLLER, now: new Date(office.desk.CONTROLLER.now.getTime() - 600_000) };
    expect(await releaseHold(earlier, await formOn(dealId))).toEqual({ dealId, stage: "VOIDED" });
  });

  it("gives up what was signed and never paid, with its schedule", async () => {
    const office = await givenOffice();
    const dealId = await givenSigned(office);
    expect(await releaseHold(office.desk.CONSULTANT, await formOn(dealId))).toEqual({ dealId, stage: "VOIDED" });
    expect(await db.receivable.count({ where: { dealId, voidedAt: null } })).toBe(0);
    expect(await db.claim.count({ where: { dealId, endedAt: null } })).toBe(0);
  });
});
