import { z } from "zod";
import { PLAN_KINDS } from "~/domain/payment-plan";
import { may, type Permission, permissionsOf, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { listPlans } from "~/features/pricing/list-plans.server";
import { listSchemes } from "~/features/pricing/list-schemes.server";
import { getProject } from "~/features/projects/get-project.server";
import { listProjects } from "~/features/projects/list-projects.server";
import type { Ctx } from "~/platform/context.server";
import { type Operation, reads, readsAnywhere } from "./operation.server";
import { day, fen, id, page, pageOf, paging, ppm, text } from "./wire";

const tag = "projects";

const line = z.object({ id, code: text, name: text, city: text });
const project = line.extend({ address: text, summary: text }).meta({ id: "Project" });

const plan = z.object({
  id,
  name: text,
  kind: z.enum(PLAN_KINDS),
  lines: z.array(
    z.object({
      id,
      item: text,
      loan: z.boolean(),
      earnestCounts: z.boolean(),
      due: z.object({ event: text, days: z.int().optional(), on: day.optional() }),
      sharePpm: ppm.nullable(),
      amountFen: fen.nullable(),
    }),
  ),
});
const scheme = z.object({
  id,
  name: text,
  until: day.nullable(),
  lines: z.array(z.object({ id, name: text, kind: z.enum(["MULTIPLY", "POINTS", "TOTAL_OFF", "UNIT_OFF"]) })),
});

const QUOTING: readonly Permission[] = ["unit:quote", "price_list:read"];

export const projectOperations: readonly Operation[] = [
  readsAnywhere({
    name: "listProjects",
    path: "/projects",
    tag,
    summary: "The projects that the caller's grants reach",
    needs: ["project:read"],
    query: paging,
    answer: page(line),
    ask: async ({ grants }, { after, limit }) => {
      const reading = grants.filter(({ role }) => may(permissionsOf([role]), "project:read").ok);
      return pageOf(await listProjects(reading), after, limit);
    },
  }),
  reads({
    name: "getProject",
    path: "/projects/{id}",
    tag,
    summary: "One project",
    at: "project",
    needs: ["project:read"],
    answer: project,
    ask: async ({ ctx }) => {
      demand(may(ctx.permissions, "project:read"));
      return getProject(ctx);
    },
  }),
  reads({
    name: "listPaymentPlans",
    path: "/projects/{id}/payment-plans",
    tag,
    summary: "Payment plans on offer",
    at: "project",
    needs: QUOTING,
    query: paging,
    answer: page(plan),
    ask: async ({ ctx, query: { after, limit } }) => {
      demandQuoting(ctx);
      return pageOf((await listPlans(ctx)).map(planOf), after, limit);
    },
  }),
  reads({
    name: "listDiscountSchemes",
    path: "/projects/{id}/discount-schemes",
    tag,
    summary: "Discount schemes that are published and valid today",
    at: "project",
    needs: QUOTING,
    query: paging,
    answer: page(scheme),
    ask: async ({ ctx, query: { after, limit } }) => {
      demandQuoting(ctx);
      return pageOf(await listSchemes(ctx), after, limit);
    },
  }),
];

function demandQuoting({ permissions }: Ctx): void {
  const first = QUOTING.find((needed) => reachOf(permissions, needed) !== null) ?? "unit:quote";
  demand(may(permissions, first));
}

function planOf({ lines, ...plan }: Awaited<ReturnType<typeof listPlans>>[number]) {
  return {
    ...plan,
    lines: lines.map(({ amount, ...rest }) => ({
      ...rest,
      sharePpm: amount.kind === "PERCENT" ? amount.share : null,
      amountFen: amount.kind === "AMOUNT" ? amount.amount : null,
    })),
  };
}
