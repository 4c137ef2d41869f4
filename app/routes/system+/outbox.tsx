import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Inbox } from "lucide-react";
import { listOutbox } from "~/features/messaging/list-outbox.server";
import { useTexts } from "~/i18n/use-texts";
import { idCursor } from "~/platform/cursor.server";
import { requireCompany } from "~/platform/session.server";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";

export const handle: PageHandle = { title: ({ t }) => t("places.outbox") };

const STATUSES = ["WAITING", "SENT", "FAILED"] as const;
const TONES = { WAITING: "info", SENT: "good", FAILED: "danger" } as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "job:manage");
  const query = new URL(request.url).searchParams;
  return listOutbox(ctx, {
    q: query.get("q")?.trim() ?? "",
    status: STATUSES.find((status) => status === query.get("status")) ?? null,
    after: idCursor(query.get("after")),
  });
}

export default function Outbox() {
  const { messages, next, gateways } = useLoaderData<typeof loader>();
  const { t, enumLabel } = useTexts();
  return (
    <>
      <PageHeader title={t("places.outbox")} lead={t("system.outboxLead")} />
      {!gateways.SMS && <Notice>{t("system.noGateway")}</Notice>}
      <FilterBar search={t("system.findMessage")}>
        <FilterSelect
          name="status"
          label={t("common.status")}
          options={STATUSES.map((status) => ({ value: status, label: enumLabel("messageStatus", status) }))}
        />
      </FilterBar>
      <Panel flush>
        <DataTable
          caption={t("places.outbox")}
          rows={messages}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={Inbox} title={t("system.noMessages")} />}
          columns={[
            { id: "at", title: t("system.at"), cell: ({ createdAt }) => <MomentText at={createdAt} precise /> },
            { id: "to", title: t("system.to"), cell: ({ to }) => <span className="figures">{to}</span> },
            {
              id: "text",
              title: t("system.text"),
              cell: ({ text }) => <span className="block max-w-2xl break-words">{text}</span>,
            },
            {
              id: "status",
              title: t("common.status"),
              cell: ({ status, lastError }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <StatusBadge tone={TONES[status]}>{enumLabel("messageStatus", status)}</StatusBadge>
                  {lastError && <span className="text-sm text-ink-soft">{lastError}</span>}
                </span>
              ),
            },
          ]}
        />
        <Pager next={next} />
      </Panel>
    </>
  );
}
