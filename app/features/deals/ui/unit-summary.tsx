import type { UnitDetail } from "~/features/units/get-unit.server";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText } from "~/ui/amounts";
import { KeyValues } from "~/ui/key-values";
import { Panel } from "~/ui/panel";
import { SaleStateBadge } from "~/ui/sale-state-badge";

/** The home that a form is about, in one look. */
export function UnitSummary({ unit }: { unit: UnitDetail }) {
  const { t } = useTexts();
  return (
    <Panel title={t("deals.unitPanel")} actions={<SaleStateBadge state={unit.saleState} />}>
      <KeyValues
        pairs={[
          { key: t("common.unit"), value: <span className="font-medium">{unit.label}</span> },
          { key: t("deals.building"), value: unit.buildingName },
          { key: t("deals.layout"), value: unit.layout?.name ?? "—" },
          { key: t("deals.grossArea"), value: <AreaText centiares={unit.gross} /> },
          { key: t("deals.internalArea"), value: <AreaText centiares={unit.internal} /> },
          { key: t("deals.listPrice"), value: unit.list === null ? "—" : <MoneyText fen={unit.list} /> },
        ]}
      />
    </Panel>
  );
}
