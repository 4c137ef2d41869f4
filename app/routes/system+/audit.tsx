import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { ShieldCheck } from "lucide-react";
import { AUDIT_ACTIONS } from "~/domain/audit-action";
import { parseDay } from "~/domain/calendar";
import { listAudit } from "~/features/accounts/list-audit.server";
import { AuditTable } from "~/features/accounts/ui/audit-table";
import { useTexts } from "~/i18n/use-texts";
import { checkAudit } from "~/platform/audit-chain.server";
import { requireCompany } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Field } from "~/ui/field";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";

export const handle: PageHandle = { title: ({ t }) => t("places.audit") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "audit:read");
  const query = new URL(request.url).searchParams;
  const list = await listAudit(ctx, {
    actor: query.get("q")?.trim() ?? "",
    action: query.get("action")?.trim() ?? "",
    subject: query.get("subject")?.trim() ?? "",
    on: parseDay(query.get("on") ?? ""),
    after: query.get("after"),
  });
  return { ...list, chain: query.has("check") ? await checkAudit() : null };
}

export default function Audit() {
  const { entries, next, chain } = useLoaderData<typeof loader>();
  const { t, enumLabel } = useTexts();
  const [query] = useSearchParams();
  const queryLink = useQueryLink();
  return (
    <>
      <PageHeader
        title={t("places.audit")}
        lead={t("system.auditLead")}
        actions={
          <LinkButton to={queryLink({ check: "1" })} icon={ShieldCheck}>
            {t("system.checkChain")}
          </LinkButton>
        }
      />
      <div role="status">{chain && <Chain {...chain} />}</div>
      <FilterBar search={t("system.findActor")}>
        <FilterSelect
          name="action"
          label={t("system.action")}
          options={AUDIT_ACTIONS.map((value) => ({ value, label: enumLabel("auditAction", value) }))}
        />
        <Field id="subject" name="subject" label={t("system.subject")} defaultValue={query.get("subject") ?? ""} />
        <DateField id="on" name="on" label={t("system.on")} defaultValue={query.get("on") ?? ""} />
      </FilterBar>
      <Panel flush>
        <AuditTable entries={entries} />
        <Pager next={next} />
      </Panel>
    </>
  );
}

function Chain({ ok, sealed, unsealed, broken }: Awaited<ReturnType<typeof checkAudit>>) {
  const { t } = useTexts();
  if (ok || !broken) return <Notice tone="good">{t("system.chainOk", { sealed, unsealed })}</Notice>;
  const reason = t(`system.${broken.reason}`);
  return <Notice tone="danger">{t("system.chainBroken", { position: broken.position, reason })}</Notice>;
}
