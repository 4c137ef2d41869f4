import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseDay } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { FIGURE_NAMES, type FigureName } from "~/features/reports/figures";
import { listFacts } from "~/features/reports/list-facts.server";
import { FactsPage } from "~/features/reports/ui/facts-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle<{ figure: FigureName }> = {
  title: ({ t }, { figure }) => t("reports.facts", { figure: t(`reports.figure_${figure}`) }),
};

const after = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
  .catch(null);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "report:read");
  const query = new URL(request.url).searchParams;
  const figure = FIGURE_NAMES.find((name) => name === query.get("figure"));
  const from = parseDay(query.get("from") ?? "");
  const to = parseDay(query.get("to") ?? "");
  if (!figure || !from || !to) throw data(null, 404);
  const page = await attempt(listFacts(ctx, figure, { from, to }, after.parse(query.get("after"))));
  if (!page.ok) throw data(null, 403);
  const opens = {
    deals: may(ctx.permissions, "deal:read").ok,
    customers: may(ctx.permissions, "customer:read").ok,
  };
  return { figure, from, to, page: page.value, project: ctx.projectCode, opens };
}

export default function Facts() {
  return <FactsPage {...useLoaderData<typeof loader>()} />;
}
