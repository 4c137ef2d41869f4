import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { BOARD_LENSES, mayLookThrough } from "~/domain/board-lens";
import { may, reachOf } from "~/domain/permission";
import { getCustomer } from "~/features/customers/get-customer.server";
import { getProject } from "~/features/projects/get-project.server";
import { getBoardSums } from "~/features/units/board-snapshot.server";
import { openUnit } from "~/features/units/open-unit.server";
import { BoardView } from "~/features/units/ui/board-view";
import { ChosenCustomer } from "~/features/units/ui/chosen-customer";
import { UnitDrawer } from "~/features/units/ui/unit-drawer";
import { UnitQuestion } from "~/features/units/ui/unit-withholding";
import { isUnitAction, runUnitAction } from "~/features/units/unit-actions.server";
import { attempt } from "~/platform/attempt.server";
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
    asked ? attempt(openUnit(ctx, requireId(asked))) : null,
    chosen && may(ctx.permissions, "customer:read").ok ? getCustomer(ctx, requireId(chosen)) : null,
  ]);
  if (opened && !opened.ok) throw data(null, 404);
  return {
    project,
    firstSums,
    opened: opened?.value ?? null,
    customerName: customer?.name ?? null,
    mayImport: may(ctx.permissions, "unit:create").ok,
    exports: may(ctx.permissions, "report:export").ok,
    mayQuote: may(ctx.permissions, "unit:quote").ok,
    lenses: BOARD_LENSES.filter((lens) => mayLookThrough(ctx.permissions, lens).ok),
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
  const { opened, customerName, ...board } = useLoaderData<typeof loader>();
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
      <BoardView {...board} />
      {opened && (
        <UnitDrawer
          {...opened}
          projectCode={board.project.code}
          closeTo={`${pathname}?${closed}`}
          question={ask && <UnitQuestion unit={opened.unit} ask={ask} start={opened.start} answer={answer} />}
        />
      )}
    </>
  );
}
