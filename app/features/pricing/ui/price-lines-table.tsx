import type { ComparedLine, PriceListDetail } from "~/features/pricing/get-price-list.server";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText, UnitPriceText } from "~/ui/amounts";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusBadge } from "~/ui/status-badge";

/** Every unit of the building with its prices, beside what was in force before. */
export function PriceLinesTable({ list }: { list: PriceListDetail }) {
  const { t } = useTexts();
  const money = (fen: number | null) => (fen === null ? "–" : <MoneyText fen={fen} />);
  const sum = (of: (line: ComparedLine) => number) => (
    <MoneyText fen={list.lines.reduce((total, line) => total + of(line), 0)} />
  );
  const floor: Column<ComparedLine> = {
    id: "floor",
    title: t("management.floor"),
    cell: (line) => money(line.floor),
    numeric: true,
    phone: "half",
  };
  const before: Column<ComparedLine> = {
    id: "before",
    title: t("management.before"),
    cell: (line) => money(line.before),
    numeric: true,
    phone: "half",
  };
  const difference: Column<ComparedLine> = {
    id: "difference",
    title: t("management.difference"),
    cell: (line) => (line.before === null ? "–" : <MoneyText fen={line.list - line.before} />),
    numeric: true,
    phone: "half",
    total: sum((line) => (line.before === null ? 0 : line.list - line.before)),
  };
  const columns: Column<ComparedLine>[] = [
    { id: "unit", title: t("common.unit"), cell: ({ label }) => label },
    {
      id: "area",
      title: t("common.area"),
      cell: ({ area }) => <AreaText centiares={area} />,
      numeric: true,
      phone: "half",
    },
    { id: "filed", title: t("management.filed"), cell: ({ filed }) => money(filed), numeric: true, phone: "half" },
    ...(list.comparedWith ? [before] : []),
    {
      id: "list",
      title: t("management.list"),
      cell: (line) => money(line.list),
      numeric: true,
      phone: "half",
      total: sum((line) => line.list),
    },
    ...(list.comparedWith ? [difference] : []),
    {
      id: "per",
      title: t("management.perSquareMetre"),
      cell: ({ perSquareMetre }) => (perSquareMetre === null ? "–" : <UnitPriceText centifen={perSquareMetre} />),
      numeric: true,
      phone: "half",
    },
    ...(list.readsFloor ? [floor] : []),
    {
      id: "note",
      title: t("common.note"),
      cell: ({ problem, sold }) => {
        if (problem) return <StatusBadge tone="danger">{t(`refusals.${problem.code}`, problem.params)}</StatusBadge>;
        return sold && <StatusBadge>{t("management.sold")}</StatusBadge>;
      },
      phone: list.problems > 0 ? "bare" : "beside",
    },
  ];
  return (
    <DataTable
      caption={t("management.lines")}
      columns={columns}
      rows={list.lines}
      rowKey={({ unitId }) => unitId}
      empty={null}
    />
  );
}
