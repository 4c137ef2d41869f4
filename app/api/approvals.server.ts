import { z } from "zod";
import { APPROVAL_STATUSES } from "~/domain/approval";
import { Refused } from "~/domain/refusal";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { getApproval, listInbox } from "~/features/approvals/list-approvals.server";
import { changes, type Operation, reads } from "./operation.server";
import { id, instant, page, pageOf, paging, text, words } from "./wire";

const tag = "approvals";

const status = z.enum(APPROVAL_STATUSES);
const approval = z
  .object({
    id,
    kind: text,
    dealId: id.nullable(),
    status,
    awaited: text.nullable().meta({ description: "The role whose answer it waits for" }),
    reason: text,
    facts: z.record(z.string(), z.unknown()).meta({ description: "What the decision is made on" }),
    requestedBy: text,
    requestedAt: instant,
    expiresAt: instant.nullable(),
    decisions: z.array(z.object({ by: text, role: text, yes: z.boolean(), reason: text, at: instant })),
    mine: z.boolean().meta({ description: "It waits for the caller" }),
  })
  .meta({ id: "Approval" });

export const approvalOperations: readonly Operation[] = [
  reads({
    name: "listWaitingApprovals",
    path: "/projects/{id}/approvals",
    tag,
    summary: "What waits for the caller's yes, the oldest first",
    at: "project",
    needs: ["approval:approve"],
    query: paging,
    answer: page(approval),
    ask: async ({ ctx, query: { after, limit } }) => pageOf(await listInbox(ctx), after, limit),
  }),
  reads({
    name: "getApproval",
    path: "/approvals/{id}",
    tag,
    summary: "One slip with what it asks and how it was answered",
    at: "approval",
    needs: ["approval:read"],
    answer: approval,
    ask: async ({ ctx, id: approvalId }) => {
      const found = await getApproval(ctx, approvalId);
      if (!found) throw new Refused({ code: "not_found" });
      return found;
    },
  }),
  changes({
    name: "decideApproval",
    path: "/approvals/{id}/decision",
    tag,
    summary: "Answers a slip that waits for the caller's role; the last yes, or any no, has its effect at once",
    at: "approval",
    needs: ["approval:approve", "approval:reject"],
    // A yes may give money back.
    once: true,
    body: z.strictObject({ yes: z.boolean(), reason: words(500).default("").meta({ description: "A no needs one" }) }),
    answer: z.object({ approvalId: id, status }),
    refusals: ["own_request", "not_your_step", "facts_changed", "reason_required"],
    act: ({ ctx, id: approvalId, key, body }) => decideApproval(ctx, { key, approvalId, ...body }),
  }),
];
