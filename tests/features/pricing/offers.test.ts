import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { mayAsk, ROLES } from "~/domain/permission";
import { ppm } from "~/domain/rate";
import { unitPrice } from "~/domain/unit-price";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { decidePrices } from "~/features/pricing/decide-prices.server";
import { type DraftDiscountScheme, draftDiscountScheme } from "~/features/pricing/draft-discount-scheme.server";
import { draftPaymentPlan, type NewPlanLine } from "~/features/pricing/draft-payment-plan.server";
import { listPlans } from "~/features/pricing/list-plans.server";
import { listSchemes } from "~/features/pricing/list-schemes.server";
import { type PublishOffer, publishOffer, withdrawOffer } from "~/features/pricing/publish-offer.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, refused, TODAY } from "../../support/given";

decidePrices();
afterAll(closeDb);

const SCHEME: Omit<DraftDiscountScheme, "key"> = {
  name: "开盘优惠",
  validFrom: TODAY,
  validUntil: null,
  lines: [
    { name: "开盘 98 折", kind: "MULTIPLY", ppm: ppm(980_000), planKind: null, signWithin: null },
    { name: "按时签约减 1 点", kind: "POINTS", ppm: ppm(10_000), planKind: null, signWithin: 7 },
    { name: "一次性再减", kind: "TOTAL_OFF", amount: fen(1_000_000), planKind: "FULL", signWithin: null },
    { name: "每平减 50", kind: "UNIT_OFF", perSquareMetre: unitPrice(500_000), planKind: null, signWithin: null },
  ],
};
const DOWN: NewPlanLine = {
  item: "首付款",
  due: { event: "CONTRACT", days: 0 },
  amount: { kind: "PERCENT", share: ppm(300_000) },
  loan: false,
  earnestCounts: true,
};
const LOAN: NewPlanLine = {
  item: "按揭款",
  due: { event: "LOAN_APPROVAL", days: 30 },
  amount: { kind: "REMAINDER" },
  loan: true,
  earnestCounts: false,
};

async function given() {
  const project = await givenProject();
  return { project, planner: await asStaff("PLANNER", project), director: await asStaff("DIRECTOR", project) };
}
const scheme = (ctx: Ctx, over: Partial<DraftDiscountScheme> = {}) =>
  draftDiscountScheme(ctx, { key: newId(), ...SCHEME, ...over });
const plan = (ctx: Ctx, lines: NewPlanLine[] = [DOWN, LOAN]) =>
  draftPaymentPlan(ctx, { key: newId(), name: "按揭", kind: "MORTGAGE", lines });
const publish = (ctx: Ctx, kind: PublishOffer["kind"], id: string) =>
  publishOffer(ctx, { key: newId(), kind, id, version: 1, reason: "首开优惠" });
const withdraw = (ctx: Ctx, kind: PublishOffer["kind"], id: string, version: number) =>
  withdrawOffer(ctx, { key: newId(), kind, id, version });

describe("discount schemes and payment plans", () => {
  it("are sold by once the director publishes them, with every line as written", async () => {
    const { planner, director } = await given();
    const { schemeId } = await scheme(planner);
    const { planId } = await plan(planner);
    expect([await listSchemes(planner), await listPlans(planner)]).toEqual([[], []]);
    expect(await publish(director, "discount_scheme", schemeId)).toMatchObject({ approvalId: null });
    await publish(director, "payment_plan", planId);
    const [offered] = await listSchemes(planner);
    expect(offered).toMatchObject({
      name: "开盘优惠",
      lines: [
        { kind: "MULTIPLY", factor: 980_000, conditions: {} },
        { kind: "POINTS", points: 10_000, conditions: { signWithinDays: 7 } },
        { kind: "TOTAL_OFF", amount: 1_000_000, conditions: { planKinds: ["FULL"] } },
        { kind: "UNIT_OFF", perSquareMetre: 500_000 },
      ],
    });
    expect(await listPlans(planner)).toMatchObject([{ name: "按揭", kind: "MORTGAGE", lines: [DOWN, LOAN] }]);
  });

  it.each(["discount_scheme", "payment_plan"] as const)(
    "a %s is asked for by the planner, with a slip",
    async (kind) => {
      const { planner, director } = await given();
      const id = kind === "payment_plan" ? (await plan(planner)).planId : (await scheme(planner)).schemeId;
      const { approvalId } = await publish(planner, kind, id);
      expect(approvalId).not.toBeNull();
      expect(await attempt(publish(planner, kind, id))).toMatchObject(refused("asked_already"));
      expect(await attempt(publish(director, kind, id))).toMatchObject(refused("asked_already"));
      const answer = { key: newId(), approvalId: approvalId ?? "", yes: true, reason: "" };
      expect(await attempt(decideApproval(planner, answer))).toMatchObject(refused("not_permitted"));
      await decideApproval(director, answer);
      const offered = kind === "payment_plan" ? await listPlans(planner) : await listSchemes(planner);
      expect(offered).toMatchObject([{ id }]);
      expect(await attempt(withdraw(planner, kind, id, 2))).toMatchObject(refused("not_permitted"));
      await withdraw(director, kind, id, 2);
      expect(kind === "payment_plan" ? await listPlans(planner) : await listSchemes(planner)).toEqual([]);
      expect(await attempt(withdraw(director, kind, id, 3))).toMatchObject(refused("wrong_state"));
    },
  );

  it("are refused where they cannot hold", async () => {
    const { planner } = await given();
    await scheme(planner);
    expect(await attempt(scheme(planner))).toMatchObject(refused("value_duplicate"));
    expect(await attempt(scheme(planner, { name: "空", lines: [] }))).toMatchObject(refused("value_missing"));
    const over = { name: "过期", validUntil: day("2026-01-01") };
    expect(await attempt(scheme(planner, over))).toMatchObject(refused("date_past"));
    expect(await attempt(plan(planner, [DOWN]))).toMatchObject(refused("plan_sum_differs"));
    expect(await attempt(plan(planner, []))).toMatchObject(refused("plan_missing"));
  });

  it("belong to planner and director of their project", async () => {
    const { project, planner } = await given();
    const { schemeId } = await scheme(planner);
    const { planId } = await plan(planner);
    for (const role of ROLES) {
      const ctx = await asStaff(role, project);
      if (mayAsk(ctx.permissions, "discount_scheme:publish").ok) continue;
      const asked = [
        scheme(ctx),
        plan(ctx),
        publish(ctx, "discount_scheme", schemeId),
        withdraw(ctx, "payment_plan", planId, 1),
      ];
      for (const one of await Promise.all(asked.map((ask) => attempt<unknown>(ask)))) {
        expect(one, role).toMatchObject(refused("not_permitted"));
      }
    }
    const other = await given();
    expect(await attempt(publish(other.director, "discount_scheme", schemeId))).toMatchObject(refused("not_found"));
    expect(await attempt(withdraw(other.director, "payment_plan", planId, 1))).toMatchObject(refused("not_found"));
  });
});
