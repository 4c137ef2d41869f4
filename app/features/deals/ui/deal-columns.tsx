import type { SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { Panel } from "~/ui/panel";
import { PriceDerivation } from "~/ui/price-derivation";
import { SettingNotes } from "~/ui/setting-note";
import type { DealDetail } from "../get-deal.server";
import { PaperPanel, PartyPanel, UnitPanel } from "./deal-facts";
import { DealHistory } from "./deal-history";
import { ReceiptPanel, SchedulePanel } from "./deal-money";
import { DealPapers } from "./papers";
import { SlipPanel } from "./slip-panel";

type Props = {
  deal: DealDetail;
  base: string;
  /** What rules the late fees of the schedule. */
  feeSettings: readonly SettingOrigin[];
};

/** All there is to a deal: its money on one side; homes, people, papers and history on the other. */
export function DealColumns({ deal, base, feeSettings }: Props) {
  const { t } = useTexts();
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {!deal.subscription && <UnitPanel deal={deal} base={base} />}
        <SchedulePanel deal={deal} />
        <SettingNotes of={feeSettings} />
        {deal.subscription && (
          <Panel title={t("pricing.derivation")}>
            <PriceDerivation derivation={deal.subscription.derivation} titleHidden />
          </Panel>
        )}
        <ReceiptPanel deal={deal} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {deal.subscription && <UnitPanel deal={deal} base={base} />}
        <PartyPanel deal={deal} base={base} />
        <PaperPanel deal={deal} />
        <SlipPanel deal={deal} />
        <DealPapers deal={deal} base={base} />
        <DealHistory deal={deal} />
      </div>
    </div>
  );
}
