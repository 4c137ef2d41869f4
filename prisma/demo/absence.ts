import { addDays, businessDay } from "~/domain/calendar";
import { yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { setSubstitute } from "~/features/approvals/set-substitute.server";
import { draftDiscountScheme } from "~/features/pricing/draft-discount-scheme.server";
import { draftPaymentPlan, type NewPlanLine } from "~/features/pricing/draft-payment-plan.server";
import { type PublishOffer, publishOffer } from "~/features/pricing/publish-offer.server";
import { newId } from "~/platform/id.server";
import { person, type Scene } from "./deal-story";
import { at } from "./office";

/** The director travels this week and the manager answers in his place: one question is answered, one waits. */
export async function writeAbsence(scene: Scene): Promise<void> {
  await nameSubstitute(scene);
  const by = (login: string) => at(person(scene, login), scene.project, scene.clock());
  const ask = (kind: PublishOffer["kind"], id: string, reason: string) =>
    publishOffer(by("planner"), { key: newId(), kind, id, version: 1, reason });

  const { planId } = await draftPaymentPlan(by("planner"), {
    key: newId(),
    name: "分期 两次付清",
    kind: "INSTALMENTS",
    lines: HALVES,
  });
  const { approvalId } = await ask("payment_plan", planId, "多组客户希望分两次付清");
  const yes = { key: newId(), yes: true, reason: "与一次性付款回款相当，同意" };
  await decideApproval(by("manager"), { ...yes, approvalId: approvalId ?? "" });

  const { schemeId } = await draftDiscountScheme(by("planner"), {
    key: newId(),
    name: "老带新优惠",
    validFrom: businessDay(scene.clock()),
    validUntil: null,
    lines: [
      { name: "老业主推荐减 5,000 元", kind: "TOTAL_OFF", amount: yuan(5_000), planKind: null, signWithin: null },
    ],
  });
  await ask("discount_scheme", schemeId, "配合本月老带新活动");
}

const HALVES: NewPlanLine[] = [
  {
    item: "首期款",
    due: { event: "CONTRACT", days: 0 },
    amount: { kind: "PERCENT", share: ppm(500_000) },
    loan: false,
    earnestCounts: true,
  },
  {
    item: "尾款",
    due: { event: "CONTRACT", days: 60 },
    amount: { kind: "REMAINDER" },
    loan: false,
    earnestCounts: false,
  },
];

async function nameSubstitute(scene: Scene): Promise<void> {
  const [director, manager] = [person(scene, "director"), person(scene, "manager")];
  const now = scene.clock();
  const today = businessDay(now);
  await setSubstitute(at(director, scene.project, now), {
    key: newId(),
    forId: director.id,
    byId: manager.id,
    kind: null,
    fromOn: today,
    untilOn: addDays(today, 4),
    reason: "赴集团参加年度营销会议",
  });
}
