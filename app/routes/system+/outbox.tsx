import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MESSAGE_KINDS } from "~/domain/message";
import { listOutbox } from "~/features/messaging/list-outbox.server";
import { resendMessage } from "~/features/messaging/resend-message.server";
import { OutboxTable } from "~/features/messaging/ui/outbox-table";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { idCursor } from "~/platform/cursor.server";
import { newId } from "~/platform/id.server";
import { requireCompany, requireId } from "~/platform/session.server";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { Flash, Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";

export const handle: PageHandle = { title: ({ t }) => t("places.outbox") };

const STATUSES = ["WAITING", "SENT", "KEPT", "FAILED", "SUPPRESSED"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "job:manage");
  const query = new URL(request.url).searchParams;
  const outbox = await listOutbox(ctx, {
    to: query.get("q")?.trim() ?? "",
    kind: MESSAGE_KINDS.find((kind) => kind === query.get("kind")) ?? null,
    status: STATUSES.find((status) => status === query.get("status")) ?? null,
    after: idCursor(query.get("after")),
  });
  return { ...outbox, formKey: newId(), again: query.get("done") === "again" };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "job:manage");
  const sent = await request.formData();
  const [key, messageId] = [sent.get("key"), sent.get("messageId")].map((value) => requireId(String(value)));
  const outcome = await attempt(resendMessage(ctx, { key: key ?? "", messageId: messageId ?? "" }));
  return outcome.ok ? redirect("/system/outbox?done=again") : data({ refusal: outcome.refusal }, 409);
}

export default function Outbox() {
  const { messages, next, gateways, formKey, again } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, enumLabel } = useTexts();
  return (
    <>
      <PageHeader title={t("places.outbox")} lead={t("system.outboxLead")} />
      <Flash message={again && !result ? t("message.againDone") : null} />
      <RefusalNote refusal={result?.refusal} />
      {!gateways.SMS && <Notice>{t("system.noGateway")}</Notice>}
      {!gateways.MAIL && <Notice>{t("message.noMailGateway")}</Notice>}
      <FilterBar search={t("system.findMessage")}>
        <FilterSelect
          name="kind"
          label={t("message.kind")}
          options={MESSAGE_KINDS.map((kind) => ({ value: kind, label: enumLabel("messageKind", kind) }))}
        />
        <FilterSelect
          name="status"
          label={t("common.status")}
          options={STATUSES.map((status) => ({ value: status, label: enumLabel("messageStatus", status) }))}
        />
      </FilterBar>
      <Panel flush>
        <OutboxTable messages={messages} formKey={formKey} />
        <Pager next={next} />
      </Panel>
    </>
  );
}
