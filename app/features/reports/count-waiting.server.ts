import { may } from "~/domain/permission";
import { countInbox } from "~/features/approvals/list-approvals.server";
import type { Ctx } from "~/platform/context.server";

/** How many approvals wait for the reader; none for whoever never approves. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  return may(ctx.permissions, "approval:read").ok ? countInbox(ctx) : 0;
}
