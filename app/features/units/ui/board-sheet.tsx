import { SALE_STATES } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { useServerNow } from "~/ui/clock";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import { type BoardSums, priceOf, sumBoard } from "../board-sums";
import type { BoardUnit } from "../board-unit";
import type { BuildingFace } from "../building-face";
import { BuildingPicture } from "./building-picture";

type BoardSheetProps = {
  project: string;
  building: BuildingFace;
  units: readonly BoardUnit[];
  /** The whole project, for the last line. */
  whole: BoardSums;
};

/** What a sheet of A3 leaves for the picture, in millimetres. */
const ROOM = { width: 390, height: 218 };
/** How many ems the words of a cell take: on one line, or on two. */
const ONE_LINE = { wide: 15, high: 1.35 };
const TWO_LINES = { wide: 9, high: 2.5 };

/** One building on one sheet: every unit with its sign, area and price; below it what the signs mean and add up to. */
export function BoardSheet({ project, building, units, whole }: BoardSheetProps) {
  const { t, moment, count } = useTexts();
  const now = useServerNow();
  const mine = sumBoard(units.filter((unit) => unit.building === building.name));
  const words = linesFor(building);
  return (
    <article className="board-sheet" aria-label={`${project} ${building.name}`}>
      <div className="board-sheet-inside">
        <header>
          <h2>
            {project} · {building.name}
          </h2>
          <p>{t("board.free", { count: count(mine.AVAILABLE.count) })}</p>
          <p>{now && t("boardViews.printedAt", { at: moment(now) })}</p>
        </header>
        <div className="min-h-0">
          <BuildingPicture
            building={building}
            units={units}
            label={t("board.canvas", { project: building.name, units: count(mine.all.count) })}
            words={words}
            cell={(unit) => <Cell unit={unit} two={words === TWO_LINES} />}
          />
        </div>
        <Totals mine={mine} whole={whole} />
      </div>
    </article>
  );
}

/** Whichever way the words come out larger. */
function linesFor({ rows, columns }: BuildingFace) {
  const size = ({ wide, high }: typeof ONE_LINE) => Math.min(ROOM.height / rows / high, ROOM.width / columns / wide);
  return size(TWO_LINES) > size(ONE_LINE) ? TWO_LINES : ONE_LINE;
}

function Cell({ unit, two }: { unit: BoardUnit; two: boolean }) {
  const { enumLabel, area, wan } = useTexts();
  const price = priceOf(unit);
  const name = (
    <span>
      <b>{enumLabel("saleStateSign", unit.state)}</b> {unit.number}
    </span>
  );
  const size = <span>{unit.gross > 0 && area(unit.gross)}</span>;
  const amount = <span>{price !== null && wan(price)}</span>;
  if (!two)
    return (
      <>
        {name}
        {size}
        {amount}
      </>
    );
  return (
    <span className="board-sheet-lines">
      {name}
      <span>
        {size} {amount}
      </span>
    </span>
  );
}

function Totals({ mine, whole }: { mine: BoardSums; whole: BoardSums }) {
  const { t, count, area, wan } = useTexts();
  const present = SALE_STATES.filter((state) => whole[state].count > 0);
  const rows = [
    { name: t("boardViews.printBuilding"), sums: mine },
    { name: t("boardViews.printProject"), sums: whole },
  ];
  return (
    <table>
      <thead>
        <tr>
          <td />
          {present.map((state) => (
            <th key={state} scope="col">
              <SaleStateBadge state={state} />
            </th>
          ))}
          <th scope="col">{t("boardViews.printTotal")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, sums }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[...present, "all" as const].map((key) => (
              <td key={key} className="figures">
                <b>{t("boardViews.units", { count: count(sums[key].count) })}</b>
                {sums[key].count > 0 && ` ${area(sums[key].area)} ${wan(sums[key].amount)}`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
