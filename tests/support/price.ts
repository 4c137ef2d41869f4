import { fen } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { decidePrices } from "~/features/pricing/decide-prices.server";
import { draftPriceList } from "~/features/pricing/draft-price-list.server";
import type { PriceSource } from "~/features/pricing/plan-lines";
import { requestPriceList } from "~/features/pricing/request-price-list.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject } from "./given";

decidePrices();

/** 2 % below the filed price, the floor 5 % below the list price. */
export const BELOW_FILED: PriceSource = {
  kind: "UNIFORM",
  base: "FILED",
  changePpm: ppm(-20_000),
  change: fen(0),
  floorBelowPpm: ppm(50_000),
};

/** Who makes prices and who approves them. */
export async function givenPriceDesk(project: GivenProject) {
  return { planner: await asStaff("PLANNER", project), director: await asStaff("DIRECTOR", project) };
}

export function givenDraft(planner: Ctx, project: GivenProject, effectiveAt: Date, source = BELOW_FILED) {
  const draft = { name: "开盘价", phaseId: project.phaseId, effectiveAt: effectiveAt.toISOString(), source };
  return draftPriceList(planner, { key: newId(), ...draft });
}

export async function givenRequest(planner: Ctx, priceListId: string, version = 1, atOnce = false) {
  const ask = { key: newId(), priceListId, version, reason: "首开定价", atOnce };
  return requestPriceList(planner, ask);
}

/** A list that was asked for and approved, by the directors clock. */
export async function givenApproved(
  { planner, director }: { planner: Ctx; director: Ctx },
  project: GivenProject,
  effectiveAt: Date,
  source = BELOW_FILED,
) {
  const { priceListId } = await givenDraft(planner, project, effectiveAt, source);
  const { approvalId } = await givenRequest(planner, priceListId);
  await decideApproval(director, { key: newId(), approvalId, yes: true, reason: "" });
  return priceListId;
}
