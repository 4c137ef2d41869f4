import { useSearchParams } from "@remix-run/react";
import { FileText, X } from "lucide-react";
import type { ReactNode } from "react";
import { centiares } from "~/domain/area";
import { type Fen, fen } from "~/domain/money";
import { unitPriceOf } from "~/domain/unit-price";
import { useTexts } from "~/i18n/use-texts";
import { Button, LinkButton } from "~/ui/button";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import type { BoardUnit } from "../board-unit";
import { differences, efficiencyOf } from "../compare";

type CompareTableProps = {
  units: readonly BoardUnit[];
  projectCode: string;
  mayQuote: boolean;
  onRemove: (unitId: string) => void;
};

type Row = { name: string; cells: readonly ReactNode[]; strong?: boolean };

/** One column a unit, one row a fact; what a unit costs more than the cheapest stands under its price. */
export function CompareTable({ units, projectCode, mayQuote, onRemove }: CompareTableProps) {
  const { t } = useTexts();
  const rows = useRows(units);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard.
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("boardViews.compareTitle")}>
      <table className="border-collapse text-left">
        <thead>
          <tr>
            <td className="sticky left-0 z-1 bg-surface" />
            {units.map((unit) => (
              <th key={unit.id} scope="col" className="min-w-40 border-b border-line-strong px-3 pb-2 max-sm:min-w-34">
                <span className="flex items-center justify-between gap-2 text-lg font-semibold">
                  {unit.label}
                  <Button type="button" small variant="quiet" onClick={() => onRemove(unit.id)}>
                    <X size={16} aria-hidden />
                    <span className="sr-only">{t("boardViews.compareRemove", { unit: unit.label })}</span>
                  </Button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells, strong = false }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="sticky left-0 z-1 bg-surface py-2 pr-3 text-sm font-normal text-ink-soft">
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={units[at]?.id} className={`figures px-3 py-2 ${strong ? "text-lg font-semibold" : ""}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="sticky left-0 z-1 bg-surface" />
            {units.map((unit) => (
              <td key={unit.id} className="px-3 pt-3">
                {mayQuote && quotable(unit) && <QuoteLink unit={unit} projectCode={projectCode} />}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** As the drawer offers it; the quotation itself asks again whether it may be made. */
function quotable({ state, list, category }: BoardUnit): boolean {
  return list !== null && category === "FOR_SALE" && (state === "AVAILABLE" || state === "HELD");
}

function QuoteLink({ unit, projectCode }: { unit: BoardUnit; projectCode: string }) {
  const { t } = useTexts();
  const customer = useSearchParams()[0].get("customer");
  const forCustomer = customer ? `?customer=${encodeURIComponent(customer)}` : "";
  return (
    <LinkButton to={`/onsite/${projectCode}/units/${unit.id}/quote${forCustomer}`} icon={FileText}>
      {t("unit.quote")}
      <span className="sr-only">{unit.label}</span>
    </LinkButton>
  );
}

function useRows(units: readonly BoardUnit[]): Row[] {
  const { t, enumLabel, area, money, percent, unitPrice } = useTexts();
  const missing = <span className="text-ink-faint">–</span>;
  const of = (show: (unit: BoardUnit) => ReactNode) => units.map((unit) => show(unit) || missing);
  const written = (total: number | null) => total !== null && money(total);
  const per = (total: number | null, size: number) =>
    total !== null && size > 0 && unitPrice(unitPriceOf(fen(total), centiares(size), "HALF_UP"));
  const off = differences(units.map(({ list }) => (list === null ? null : fen(list))));
  const rate = (unit: BoardUnit) => efficiencyOf(centiares(unit.internal), centiares(unit.gross));
  return [
    { name: t("board.state"), cells: of(({ state }) => <SaleStateBadge state={state} />) },
    { name: t("board.listPrice"), cells: of(({ list }) => written(list)), strong: true },
    {
      name: t("boardViews.compareOff"),
      cells: units.map(({ id }, at) => <Difference key={id} off={off[at] ?? null} />),
    },
    { name: t("boardViews.perGross"), cells: of(({ list, gross }) => per(list, gross)) },
    { name: t("boardViews.perInternal"), cells: of(({ list, internal }) => per(list, internal)) },
    { name: t("board.filedPrice"), cells: of(({ filed }) => written(filed)) },
    { name: t("board.layout"), cells: of(({ layout }) => layout) },
    { name: t("board.grossArea"), cells: of(({ gross }) => gross > 0 && area(gross)) },
    { name: t("board.internalArea"), cells: of(({ internal }) => internal > 0 && area(internal)) },
    { name: t("boardViews.efficiency"), cells: of((unit) => percentOf(rate(unit), percent)) },
    { name: t("board.orientation"), cells: of(({ orientation }) => orientation) },
    { name: t("board.floor"), cells: of(({ floor }) => floor) },
    { name: t("board.use"), cells: of(({ use }) => enumLabel("unitUse", use)) },
  ];
}

function percentOf(rate: number | null, percent: (ppm: number) => string): string | null {
  return rate === null ? null : percent(rate);
}

function Difference({ off }: { off: Fen | null }) {
  const { t, money } = useTexts();
  if (off === null) return <span className="text-ink-faint">–</span>;
  if (off > 0) return `+${money(off)}`;
  return <span className="font-semibold text-good">{t("boardViews.cheapest")}</span>;
}
