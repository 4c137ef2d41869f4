import { Link } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { StageBadge } from "~/ui/stage-badge";
import type { CustomerDeal } from "../list-customer-deals.server";

/** The customer's deals with their units, stage and price. */
export function CustomerDeals({ deals, base }: { deals: readonly CustomerDeal[]; base: string }) {
  const { t, moment } = useTexts();
  return (
    <Panel title={t("customers.deals")} flush>
      {deals.length === 0 && (
        <EmptyState icon={Building2} title={t("customers.dealsEmpty")} text={t("customers.dealsEmptyText")} />
      )}
      <ul className="divide-y divide-line">
        {deals.map(({ id, units, stage, number, priceFen, holdUntil, consultantName }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-0">
              <Link to={`${base}/deals/${id}`} className="font-medium">
                {units.map(({ label }) => label).join("，")}
              </Link>
              <p className="text-xs text-ink-faint">
                {[
                  number,
                  consultantName,
                  stage === "HELD" && holdUntil && t("customers.holdUntil", { until: moment(holdUntil) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <span className="flex items-center gap-3">
              {priceFen !== null && <MoneyText fen={priceFen} />}
              <StageBadge stage={stage} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
