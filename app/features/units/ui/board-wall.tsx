import { Link, useNavigate } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { businessDay } from "~/domain/calendar";
import { SALE_STATES } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { useServerNow } from "~/ui/clock";
import { Mark } from "~/ui/mark";
import { saleStateClass } from "~/ui/sale-state-badge";
import { type BoardSums, sumBoard } from "../board-sums";
import { type BuildingFace, buildingFaces } from "../building-face";
import { BuildingPicture } from "./building-picture";
import { LiveMark } from "./live-mark";
import { useBoard } from "./use-board";
import { useTurns } from "./use-turns";
import { useStirring, useWallScreen } from "./use-wall-screen";

type BoardWallProps = { project: { id: string; code: string; name: string }; firstSums: BoardSums };

/** The board on a wall: numbers and states of one building after the other, live; no names and no prices. */
export function BoardWall({ project, firstSums }: BoardWallProps) {
  const { t } = useTexts();
  const { store, tick } = useBoard(project.id);
  const { model } = store;
  const loaded = model.units.length > 0;
  const { shape } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `tick` says when it changed.
  const sums = useMemo(() => (loaded ? model.sums() : firstSums), [loaded, model, firstSums, tick]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above; `shape` says when it moved.
  const buildings = useMemo(() => buildingFaces(model.units, model.buildings), [model, shape]);
  const { at, stopped } = useTurns(buildings.length);
  const building = buildings[at];
  const board = `/onsite/${project.code}/board`;
  const navigate = useNavigate();
  const leave = useCallback(() => navigate(board), [navigate, board]);
  useWallScreen(leave);
  return (
    <main className="grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.6vmin] bg-paper p-[2vmin] max-sm:h-auto max-sm:min-h-dvh max-sm:p-4">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex items-center gap-[2vmin]">
          <Mark size={48} />
          <h1 className="text-[max(1.4rem,4.4vmin)] leading-tight">{project.name}</h1>
          <div className="sm:[zoom:1.4]">
            <LiveMark status={store.status} heardAt={store.heardAt} />
          </div>
        </div>
        <WallClock />
      </header>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_max(15rem,24vw)] gap-[2vmin] max-sm:grid-cols-1">
        <section
          aria-label={t("boardViews.wallBuilding")}
          className="card flex min-h-0 flex-col p-[1.6vmin] max-sm:h-[80dvh]"
        >
          {building && <WallBuilding building={building} units={model.units} at={at} of={buildings.length} />}
        </section>
        <Counts sums={sums} />
      </div>
      <Leaving board={board} stopped={stopped} several={buildings.length > 1} />
    </main>
  );
}

function WallClock() {
  const { time, day, weekday } = useTexts();
  const now = useServerNow();
  if (!now) return null;
  const today = businessDay(now);
  return (
    <p className="figures flex items-baseline gap-[2vmin]">
      <span className="text-[max(1rem,2.6vmin)] text-ink-soft">{`${day(today)} ${weekday(today)}`}</span>
      <span className="text-[max(1.6rem,5.6vmin)] leading-none font-semibold">{time(now)}</span>
    </p>
  );
}

type WallBuildingProps = {
  building: BuildingFace;
  units: Parameters<typeof BuildingPicture>[0]["units"];
  at: number;
  of: number;
};

function WallBuilding({ building, units, at, of }: WallBuildingProps) {
  const { t, enumLabel, count } = useTexts();
  const mine = sumBoard(units.filter((unit) => unit.building === building.name));
  const free = count(mine.AVAILABLE.count);
  return (
    <>
      <h2 className="flex items-baseline justify-between gap-4 pb-[1vmin] text-[max(1.2rem,3.6vmin)] leading-tight">
        <span>{building.name}</span>
        <span className="figures text-good">{t("board.free", { count: free })}</span>
        <span className="figures text-[max(1rem,2.4vmin)] font-normal text-ink-soft">
          {of > 1 && `${at + 1} / ${of}`}
        </span>
      </h2>
      <div className="building-picture-wall min-h-0 flex-1">
        <BuildingPicture
          building={building}
          units={units}
          label={`${building.name}, ${t("board.free", { count: free })}`}
          words={{ wide: 4.8, high: 1.35 }}
          cell={({ state, number }) => (
            <>
              <b>{enumLabel("saleStateSign", state)}</b>
              {number}
            </>
          )}
        />
      </div>
    </>
  );
}

/** How the whole project stands, in figures for the far end of the room. */
function Counts({ sums }: { sums: BoardSums }) {
  const { t, enumLabel, count } = useTexts();
  const present = SALE_STATES.filter((state) => sums[state].count > 0);
  return (
    <section aria-label={t("board.states")} className="flex min-h-0 flex-col gap-[1.4vmin]">
      <ul className="grid min-h-0 flex-1 auto-rows-fr gap-[1.2vmin]">
        {present.map((state) => (
          <li key={state} className="card flex items-center gap-[1.6vmin] overflow-hidden px-[1.6vmin]">
            <span
              aria-hidden
              className={`${saleStateClass(state)} grid aspect-square w-[max(2rem,5.6vmin)] place-items-center rounded-md text-[max(1.1rem,3.2vmin)] font-semibold`}
            >
              {enumLabel("saleStateSign", state)}
            </span>
            <span className="text-[max(1rem,3vmin)]">{enumLabel("saleState", state)}</span>
            <span className="figures ml-auto text-[max(1.6rem,6.4vmin)] leading-tight font-semibold">
              {count(sums[state].count)}
            </span>
          </li>
        ))}
      </ul>
      <p className="figures text-right text-[max(1rem,2.6vmin)] text-ink-soft">
        {t("boardViews.wallTotal", { count: count(sums.all.count) })}
      </p>
    </section>
  );
}

function Leaving({ board, stopped, several }: { board: string; stopped: boolean; several: boolean }) {
  const { t } = useTexts();
  const stirring = useStirring();
  return (
    <footer
      className={`flex items-center justify-between gap-4 text-sm text-ink-soft transition-opacity focus-within:opacity-100 motion-reduce:transition-none ${stirring || stopped ? "" : "opacity-0"}`}
    >
      <p>{several && t(stopped ? "boardViews.wallStopped" : "boardViews.wallKeys")}</p>
      <Link to={board} className="rounded-md px-3 py-1 hover:bg-sunken">
        {t("boardViews.wallLeave")}
      </Link>
    </footer>
  );
}
