import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { APPROVAL_SETTINGS } from "~/domain/settings/screens";
import { answerApproval } from "~/features/approvals/answer-approval.server";
import { decideForm } from "~/features/approvals/decide-form";
import {
  type ApprovalPage,
  type ApprovalView,
  findApproval,
  listDecided,
  listInbox,
  listMyRequests,
} from "~/features/approvals/list-approvals.server";
import { APPROVAL_TABS, ApprovalsPage, type ApprovalTab, DONE } from "~/features/approvals/ui/approvals-page";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("places.approvals") };

const ANSWERS = ["yes", "no", "withdraw"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "approval:read");
  const query = new URL(request.url).searchParams;
  const tab = APPROVAL_TABS.find((one) => one === query.get("tab")) ?? "inbox";
  const inbox = await listInbox(ctx);
  const { rows: items, next } = await listed(ctx, tab, inbox, query.get("after"));
  const named = items.find(({ id }) => id === query.get("id")) ?? (await findApproval(ctx, query.get("id")));
  // A link names a slip; whose list it stands in differs from reader to reader.
  if (named && !query.has("tab") && tabOf(named) !== tab) {
    throw redirect(`/management/${ctx.projectCode}/approvals?tab=${tabOf(named)}&id=${named.id}`);
  }
  const chosen = named ?? items[0] ?? null;
  return {
    tab,
    waiting: inbox.length,
    items: named && !items.some(({ id }) => id === named.id) ? [named, ...items] : items,
    ...{ chosen, next },
    settings: await settingOrigins(ctx, (chosen && APPROVAL_SETTINGS[chosen.kind]) ?? []),
    ask: ANSWERS.find((one) => one === query.get("ask")) ?? null,
    done: DONE.find((one) => one === query.get("done")) ?? null,
    key: crypto.randomUUID(),
    project: ctx.projectCode,
    substitutes: may(ctx.permissions, "approval:approve").ok,
  };
}

async function listed(ctx: Ctx, tab: ApprovalTab, inbox: ApprovalView[], after: string | null): Promise<ApprovalPage> {
  if (tab === "inbox") return { rows: inbox, next: null };
  return tab === "mine" ? listMyRequests(ctx, after) : listDecided(ctx, after);
}

function tabOf({ own, mine, status }: ApprovalView): ApprovalTab {
  if (own && !mine) return "mine";
  return status === "PENDING" ? "inbox" : "decided";
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "approval:read");
  const form = parseWithZod(await request.formData(), { schema: decideForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(answerApproval(ctx, form.value));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  const query = new URL(request.url).searchParams;
  const next = new URLSearchParams({ done: outcome.value });
  const tab = query.get("tab");
  if (tab) next.set("tab", tab);
  return redirect(`/management/${ctx.projectCode}/approvals?${next}`);
}

export default function Approvals() {
  const { settings, ...view } = useLoaderData<typeof loader>();
  return (
    <>
      <ApprovalsPage view={view} result={useActionData<typeof action>()} />
      <SettingNotes of={settings} />
    </>
  );
}
