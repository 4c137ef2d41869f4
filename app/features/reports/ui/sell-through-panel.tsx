import { useSearchParams } from "@remix-run/react";
import { Building2 } from "lucide-react";
import type { SellThrough } from "~/features/reports/sell-through.server";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import { Chart } from "~/ui/chart";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { Tabs } from "~/ui/tabs";

type Measure = "count" | "area" | "amount";
type Sized = { building: string; id: string; total: number; released: number; sold: number };

/** How much of what was offered is sold, by building: in homes, area or money, with or without subscriptions. */
export function SellThroughPanel({ rows, money }: { rows: readonly SellThrough[]; money: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const [query] = useSearchParams();
  const asked = query.get("by");
  const by: Measure = asked === "area" || (asked === "amount" && money) ? asked : "count";
  const signed = query.get("sold") === "signed";
  const sized = rows.map((row) => sizeOf(row, by, signed));
  const measures = (["count", "area", ...(money ? (["amount"] as const) : [])] as const).map((id) => ({
    id,
    label: t(`reports.by_${id}`),
  }));
  const sales = (["subscribed", "signed"] as const).map((id) => ({ id, label: t(`reports.soldAs_${id}`) }));
  if (rows.length === 0) {
    return (
      <Panel title={t("reports.sellThrough")}>
        <EmptyState icon={Building2} title={t("reports.noStock")} text={t("reports.noStockText")} />
      </Panel>
    );
  }
  return (
    <Panel>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-x-6">
          <Tabs tabs={measures} label={t("reports.by")} name="by" />
          <Tabs tabs={sales} label={t("reports.soldAs")} name="sold" />
        </div>
        <SellThroughChart rows={sized} by={by} />
        <DataTable
          caption={t("reports.sellThrough")}
          columns={columnsOf(sized, by, texts)}
          rows={sized}
          rowKey={({ id }) => id}
          empty={null}
        />
      </div>
    </Panel>
  );
}

function SellThroughChart({ rows, by }: { rows: readonly Sized[]; by: Measure }) {
  const texts = useTexts();
  const { t } = texts;
  const { released, sold } = sumOf(rows);
  return (
    <Chart
      title={t("reports.sellThrough")}
      unit={t(`reports.unit_${by}`)}
      description={t("reports.sellThroughText", {
        released: shown(released, by, texts),
        sold: shown(sold, by, texts),
        rate: rateOf(sold, released, texts),
      })}
      categories={{ title: t("reports.building"), labels: rows.map(({ building }) => building) }}
      series={[
        { label: t("reports.sold"), values: rows.map((row) => row.sold) },
        { label: t("reports.unsold"), values: rows.map((row) => row.released - row.sold) },
      ]}
      shape="stacked"
      format={(value) => shown(Math.round(value), by, texts)}
    />
  );
}

function columnsOf(rows: readonly Sized[], by: Measure, texts: Texts): Column<Sized>[] {
  const { t } = texts;
  const sum = sumOf(rows);
  const figure = (value: number) => shown(value, by, texts);
  return [
    { id: "building", title: t("reports.building"), cell: ({ building }) => building },
    ...(["released", "sold"] as const).map((id) => ({
      id,
      title: t(`reports.${id}`),
      cell: (row: Sized) => figure(row[id]),
      numeric: true,
      phone: "half" as const,
      total: figure(sum[id]),
    })),
    {
      id: "unsold",
      title: t("reports.unsold"),
      cell: (row) => figure(row.released - row.sold),
      numeric: true,
      phone: "half" as const,
      total: figure(sum.released - sum.sold),
    },
    {
      id: "rate",
      title: t("reports.rate"),
      cell: (row) => rateOf(row.sold, row.released, texts),
      numeric: true,
      phone: "half" as const,
      total: rateOf(sum.sold, sum.released, texts),
    },
    {
      id: "stock",
      title: t("reports.stock"),
      cell: ({ total }) => texts.count(total),
      numeric: true,
      phone: "half" as const,
      total: texts.count(sum.total),
    },
  ];
}

function sizeOf(row: SellThrough, by: Measure, signed: boolean): Sized {
  const { buildingId: id, building, total } = row;
  if (by === "count") return { id, building, total, released: row.released, sold: signed ? row.signed : row.sold };
  if (by === "area") {
    const sold = signed ? row.signedCentiares : row.soldCentiares;
    return { id, building, total, released: row.releasedCentiares, sold };
  }
  return { id, building, total, released: row.releasedFen ?? 0, sold: (signed ? row.signedFen : row.soldFen) ?? 0 };
}

function sumOf(rows: readonly Sized[]) {
  const add = (name: "total" | "released" | "sold") => rows.reduce((sum, row) => sum + row[name], 0);
  return { total: add("total"), released: add("released"), sold: add("sold") };
}

function shown(value: number, by: Measure, { count, area, wan }: Texts): string {
  return by === "count" ? count(value) : by === "area" ? area(value) : wan(value);
}

function rateOf(sold: number, released: number, { percent }: Texts): string {
  return released === 0 ? "–" : percent(Math.round((sold / released) * 1_000) * 1_000);
}
