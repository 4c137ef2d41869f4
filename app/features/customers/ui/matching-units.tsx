import { Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText } from "~/ui/amounts";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { MatchingUnit } from "../list-matching-units.server";

type MatchingUnitsProps = { units: readonly MatchingUnit[]; base: string; customerId: string };

/** Free homes that suit the customer, and why. */
export function MatchingUnits({ units, base, customerId }: MatchingUnitsProps) {
  const { t, enumLabel } = useTexts();
  if (units.length === 0) return null;
  return (
    <Panel title={t("customers.matching")} lead={t("customers.matchingLead")} flush>
      <ul className="divide-y divide-line">
        {units.map(({ id, label, grossCentiares, listFen, layoutName, fits }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
            <div className="min-w-0">
              <Link to={`${base}/board?unit=${id}&customer=${customerId}`} className="font-medium">
                {label}
              </Link>
              <p className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
                {layoutName && <span>{layoutName}</span>}
                <AreaText centiares={grossCentiares} />
                <MoneyText fen={listFen} size="glance" />
              </p>
            </div>
            <span className="flex flex-wrap gap-1">
              {fits.map((fit) => (
                <StatusBadge key={fit} tone="good">
                  {enumLabel("unitFit", fit)}
                </StatusBadge>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
