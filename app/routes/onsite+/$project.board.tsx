import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { addDays, dayIn } from "~/domain/calendar";
import { may, reachOf } from "~/domain/permission";
import { getCustomer } from "~/features/customers/get-customer.server";
import { getProject } from "~/features/projects/get-project.server";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { getBoardSums } from "~/features/units/board-snapshot.server";
import { getUnit } from "~/features/units/get-unit.server";
import { listUnitHistory } from "~/features/units/list-unit-history.server";
import { listUnitPrices } from "~/features/units/list-unit-prices.server";
import { BoardView } from "~/features/units/ui/board-view";
import { ChosenCustomer } from "~/features/units/ui/chosen-customer";
import { UnitDrawer } from "~/features/units/ui/unit-drawer";
import { UnitQuestion } from "~/features/units/ui/unit-withholding";
import { isUnitAction, runUnitAction } from "~/features/units/unit-actions.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.board") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  if (reachOf(ctx.permissions, "unit:read") !== "scope") throw data(null, 403);
  const query = new URL(request.url).searchParams;
  const asked = query.get("unit");
  const chosen = query.get("customer");
  const [project, firstSums, opened, customer] = await Promise.all([
    getProject(ctx),
    getBoardSums(ctx),
    asked ? openedUnit(ctx, requireId(asked)) : null,
    chosen && may(ctx.permissions, "customer:read").ok ? getCustomer(ctx, requireId(chosen)) : null,
  ]);
  return {
    project,
    firstSums,
    opened,
    customerName: customer?.name ?? null,
    mayImport: may(ctx.permissions, "unit:create").ok,
  };
}

async function openedUnit(ctx: Ctx, unitId: string) {
  const found = await attempt(getUnit(ctx, unitId));
  if (!found.ok) throw data(null, 404);
  const unit = found.value;
  const free = unit.saleState === "AVAILABLE" && !unit.sealed && unit.saleCategory === "FOR_SALE";
  const allowed = (permission: Parameters<typeof may>[1]) => may(ctx.permissions, permission).ok;
  return {
    unit,
    prices: await listUnitPrices(ctx, unitId),
    history: await listUnitHistory(ctx, unitId),
    actions: {
      hold: free && allowed("deal:place_hold"),
      quote: allowed("unit:quote") && unit.list !== null && (free || unit.saleState === "HELD"),
      deal: unit.dealId !== null && allowed("deal:read"),
      withhold: unit.saleState === "AVAILABLE" && allowed("unit:withhold"),
      lift: unit.saleState === "WITHHELD" && allowed("unit:lift_withholding"),
    },
    start: await withholdingStart(ctx),
  };
}

/** A week is what most withholdings last. */
async function withholdingStart(ctx: Ctx) {
  const maxDays = ctx.settings.withholdDays;
  const until = addDays(dayIn(ctx.timeZone, ctx.now), Math.min(7, maxDays));
  return {
    key: crypto.randomUUID(),
    until: `${until}T18:00`,
    maxDays,
    settings: await settingOrigins(ctx, ["withholdDays", "withholdCap"]),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  const { searchParams, pathname } = new URL(request.url);
  const sent = await request.formData();
  const intent = sent.get("intent");
  if (!isUnitAction(intent)) throw data(null, 400);
  const answer = await runUnitAction(ctx, intent, requireId(searchParams.get("unit") ?? ""), sent);
  if (!answer.ok) return data(answer, answer.refusal ? 409 : 400);
  searchParams.delete("ask");
  return redirect(`${pathname}?${searchParams}`);
}

/** Filters and views are the browser's own affair; only another unit is asked of the server. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const samePage = currentUrl.pathname === nextUrl.pathname && !formMethod;
  if (!samePage || currentUrl.search === nextUrl.search) return defaultShouldRevalidate;
  return currentUrl.searchParams.get("unit") !== nextUrl.searchParams.get("unit");
}

export default function Board() {
  const { project, firstSums, opened, customerName, mayImport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { pathname, search } = useLocation();
  const closed = new URLSearchParams(search);
  const asked = closed.get("ask");
  const ask = (["withhold", "lift"] as const).find((one) => one === asked && opened?.actions[one]);
  closed.delete("unit");
  closed.delete("ask");
  return (
    <>
      {customerName && <ChosenCustomer name={customerName} />}
      <BoardView project={project} firstSums={firstSums} mayImport={mayImport} />
      {opened && (
        <UnitDrawer
          {...opened}
          projectCode={project.code}
          closeTo={`${pathname}?${closed}`}
          question={ask && <UnitQuestion unit={opened.unit} ask={ask} start={opened.start} answer={answer} />}
        />
      )}
    </>
  );
}
