import { Link } from "@remix-run/react";
import { Plus, Rocket } from "lucide-react";
import type { BatchRow } from "~/features/units/list-release-batches.server";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { ReleaseStatusBadge } from "./release-status";

type ReleasesPageProps = { batches: readonly BatchRow[]; base: string; drafts: boolean };

/** Every release batch, the latest opening first. */
export function ReleasesPage({ batches, base, drafts }: ReleasesPageProps) {
  const { t, moment, count } = useTexts();
  const add = drafts && (
    <LinkButton to={`${base}/new`} variant="primary" icon={Plus}>
      {t("management.newBatch")}
    </LinkButton>
  );
  const columns: Column<BatchRow>[] = [
    { id: "name", title: t("common.name"), cell: ({ id, name }) => <Link to={`${base}/${id}`}>{name}</Link> },
    { id: "status", title: t("common.status"), cell: (batch) => <ReleaseStatusBadge {...batch} /> },
    { id: "opens", title: t("management.opensAt"), cell: ({ opensAt }) => moment(opensAt) },
    { id: "units", title: t("management.units"), cell: ({ units }) => count(units), numeric: true },
    {
      id: "total",
      title: t("management.totalPrice"),
      cell: ({ total }) => <MoneyText fen={total} size="glance" />,
      numeric: true,
    },
    { id: "by", title: t("management.draftedBy"), cell: ({ draftedBy }) => draftedBy },
  ];
  const empty = (
    <EmptyState icon={Rocket} title={t("management.noBatches")} text={t("management.noBatchesText")} action={add} />
  );
  return (
    <>
      <PageHeader title={t("places.releases")} actions={add} />
      <Panel flush>
        <DataTable
          caption={t("places.releases")}
          columns={columns}
          rows={batches}
          rowKey={({ id }) => id}
          empty={empty}
        />
      </Panel>
    </>
  );
}
