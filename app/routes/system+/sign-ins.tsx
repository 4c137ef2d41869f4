import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LogIn } from "lucide-react";
import { REFUSAL_CODES } from "~/domain/refusal";
import { deviceName } from "~/features/accounts/device-name";
import { listSignIns } from "~/features/accounts/list-sign-ins.server";
import { useTexts } from "~/i18n/use-texts";
import { idCursor } from "~/platform/cursor.server";
import { requireCompany } from "~/platform/session.server";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";

export const handle: PageHandle = { title: ({ t }) => t("places.signIns") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "audit:read");
  const query = new URL(request.url).searchParams;
  return listSignIns(ctx, {
    q: query.get("q")?.trim() ?? "",
    failed: query.get("show") === "failed",
    after: idCursor(query.get("after")),
  });
}

export default function SignIns() {
  const { lines, next } = useLoaderData<typeof loader>();
  const { t, enumLabel } = useTexts();
  const why = (reason: string | null) => {
    const code = REFUSAL_CODES.find((one) => one === reason);
    return code ? t(`refusals.${code}`) : t("system.failed");
  };
  return (
    <>
      <PageHeader title={t("places.signIns")} lead={t("system.signInsLead")} />
      <FilterBar search={t("system.findSignIn")}>
        <FilterSelect
          name="show"
          label={t("system.outcome")}
          options={[{ value: "failed", label: t("system.onlyFailed") }]}
        />
      </FilterBar>
      <Panel flush>
        <DataTable
          caption={t("places.signIns")}
          rows={lines}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={LogIn} title={t("system.noSignIns")} />}
          columns={[
            { id: "at", title: t("system.at"), cell: ({ at }) => <MomentText at={at} precise /> },
            { id: "name", title: t("system.typed"), cell: ({ name }) => name, phone: "beside" },
            { id: "person", title: t("system.person"), cell: ({ person }) => person ?? "—", phone: "half" },
            {
              id: "ok",
              phone: "half",
              title: t("system.outcome"),
              cell: ({ ok, reason }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <StatusBadge tone={ok ? "good" : "warn"}>{t(ok ? "system.succeeded" : "system.failed")}</StatusBadge>
                  {!ok && <span className="text-sm text-ink-soft">{why(reason)}</span>}
                </span>
              ),
            },
            {
              id: "method",
              title: t("system.method"),
              cell: ({ method }) => enumLabel("signInMethod", method),
              phone: "half",
            },
            {
              id: "ip",
              title: t("system.address"),
              cell: ({ ip }) => <span className="figures">{ip}</span>,
              phone: "half",
            },
            {
              id: "device",
              title: t("system.device"),
              cell: ({ userAgent }) => <span title={userAgent}>{deviceName(userAgent) ?? "—"}</span>,
            },
          ]}
        />
        <Pager next={next} />
      </Panel>
    </>
  );
}
