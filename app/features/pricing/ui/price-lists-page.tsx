import { Link } from "@remix-run/react";
import { BadgeJapaneseYen, Plus } from "lucide-react";
import type { PriceListRow } from "~/features/pricing/list-price-lists.server";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText, UnitPriceText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PriceListStatusBadge } from "./price-list-status";

type PriceListsPageProps = { lists: readonly PriceListRow[]; base: string; drafts: boolean };

/** Every version of the prices, by phase, the newest first. */
export function PriceListsPage({ lists, base, drafts }: PriceListsPageProps) {
  const { t } = useTexts();
  const add = drafts && (
    <LinkButton to={`${base}/new`} variant="primary" icon={Plus}>
      {t("management.newPriceList")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("places.prices")} actions={add} />
      <Panel flush>
        <DataTable
          caption={t("places.prices")}
          columns={useColumns(base)}
          rows={lists}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={BadgeJapaneseYen}
              title={t("management.noPriceLists")}
              text={t("management.noPriceListsText")}
              action={add}
            />
          }
        />
      </Panel>
    </>
  );
}

function useColumns(base: string): Column<PriceListRow>[] {
  const { t, moment, count } = useTexts();
  return [
    { id: "name", title: t("common.name"), cell: ({ id, name }) => <Link to={`${base}/${id}`}>{name}</Link> },
    { id: "phase", title: t("management.phase"), cell: ({ phaseName }) => phaseName },
    { id: "no", title: t("management.version"), cell: ({ versionNo }) => `v${versionNo}` },
    { id: "status", title: t("common.status"), cell: (list) => <PriceListStatusBadge {...list} /> },
    { id: "at", title: t("management.effectiveAt"), cell: ({ effectiveAt }) => moment(effectiveAt) },
    { id: "units", title: t("management.units"), cell: ({ units }) => count(units), numeric: true },
    {
      id: "total",
      title: t("management.totalPrice"),
      cell: ({ total }) => <MoneyText fen={total} size="glance" />,
      numeric: true,
    },
    {
      id: "mean",
      title: t("management.meanPrice"),
      cell: ({ mean }) => (mean === null ? "–" : <UnitPriceText centifen={mean} />),
      numeric: true,
    },
    { id: "by", title: t("management.draftedBy"), cell: ({ draftedBy }) => draftedBy },
  ];
}
