import type { BatchUnit } from "~/features/units/units-to-release.server";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText } from "~/ui/amounts";
import type { Column } from "~/ui/data-table";

/** What a release asks of a unit: where it stands, how large it is, its price and its permit; with a sum where given. */
export function useUnitColumns<Unit extends BatchUnit>(total?: number): Column<Unit>[] {
  const { t } = useTexts();
  return [
    { id: "building", title: t("management.building"), cell: ({ buildingName }) => buildingName, phone: "half" },
    {
      id: "area",
      title: t("common.area"),
      cell: (unit) => <AreaText centiares={unit.grossCentiares} />,
      numeric: true,
      phone: "half",
    },
    {
      id: "list",
      title: t("management.list"),
      cell: ({ list }) => (list === null ? "–" : <MoneyText fen={list} />),
      numeric: true,
      phone: "half",
      ...(total !== undefined && { total: <MoneyText fen={total} /> }),
    },
    {
      id: "permit",
      title: t("management.permit"),
      cell: ({ permitNumber }) => permitNumber ?? t("management.noPermit"),
      phone: "half",
    },
  ];
}
