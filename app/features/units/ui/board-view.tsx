import { Link, useRevalidator } from "@remix-run/react";
import { LayoutGrid } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BoardLens } from "~/domain/board-lens";
import type { SaleState } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Spinner } from "~/ui/spinner";
import { useLatePart } from "~/ui/use-late-part";
import { filterOf, isNarrowed } from "../board-filter";
import type { Detail, Lens, TintOf } from "../board-scene";
import type { BoardSums } from "../board-sums";
import type { BoardUnit } from "../board-unit";
import { BoardCanvas } from "./board-canvas";
import { BoardLegend } from "./board-legend";
import { BoardToolbar } from "./board-toolbar";
import { LiveMark } from "./live-mark";
import { useBoard } from "./use-board";
import { useBoardQuery } from "./use-board-query";
import { useComparison } from "./use-comparison";

type BoardViewProps = {
  project: { id: string; code: string; name: string };
  /** As the server saw it, until the live board is there. */
  firstSums: BoardSums;
  mayImport: boolean;
  mayQuote: boolean;
  exports: boolean;
  /** The lenses that the reader may look through, beside state and price. */
  lenses: readonly BoardLens[];
};

const bringLens = () => import("./board-lens-key");
const bringFilters = () => import("./board-filters");
const bringTable = () => import("./board-table");
const bringComparison = () => import("./compare-units");

/** What the page leaves; a lens has a line of its own that says what its colours mean. */
const HEIGHT = "h-[max(26rem,calc(100dvh-18rem))]";
const LOWER = "h-[max(26rem,calc(100dvh-20.25rem))]";
const AWAY = "text-sm text-ink-soft underline-offset-2 hover:text-accent";
const SMALL_PROJECT = 700;

/** The inventory board of a project: the whole of it, live. */
export function BoardView({ project, firstSums, mayImport, mayQuote, exports, lenses }: BoardViewProps) {
  const { t, count, area, wan } = useTexts();
  const { store, tick } = useBoard(project.id);
  const { query, change } = useBoardQuery();
  const { model } = store;
  const loaded = model.units.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `tick` says when it changed.
  const sums = useMemo(() => (loaded ? model.sums() : firstSums), [loaded, model, firstSums, tick]);
  const filter = useMemo(() => filterOf(query), [query]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const matching = useMemo(() => model.matching(filter), [model, filter, tick]);
  useFreshDrawer(model.units[model.indexOf(query.get("unit") ?? "")]);
  const [filtersOpen, setFiltersOpen] = useState(isNarrowed(query));
  const filters = useLatePart(bringFilters, filtersOpen && loaded);
  const table = query.get("view") === "table";
  const rows = useLatePart(bringTable, table && loaded);
  const offered: readonly Lens[] = ["state", "price", ...lenses];
  const lens = offered.find((one) => one === query.get("lens")) ?? "state";
  const seen = lens === "state" || table ? null : lens;
  const [tint, setTint] = useState<TintOf | null>(null);
  // A function in state is taken for one that makes the state.
  const takeTint = useCallback((next: TintOf | null) => setTint(() => next), []);
  const lensPart = useLatePart(bringLens, seen !== null && loaded);
  const comparison = useComparison(query.get("compare"), change);
  const { picked, picking, pick } = comparison;
  const compared = useLatePart(bringComparison, loaded && (picking || picked.length > 0));
  const building = query.get("building") ?? "";
  const detail = detailOf(query.get("size"), sums.all.count);
  const open = (unit: string) => change({ unit }, false);
  const toggle = (state: SaleState) => {
    const chosen = new Set(filter.states);
    if (!chosen.delete(state)) chosen.add(state);
    change({ state: [...chosen].join(",") });
  };

  if (sums.all.count === 0 && store.status !== "loading") return <NoUnits project={project} mayImport={mayImport} />;
  return (
    <>
      <PageHeader
        title={t("places.board")}
        beside={
          <>
            <LiveMark status={store.status} heardAt={store.heardAt} />
            <Link to="wall" relative="path" className={AWAY}>
              {t("board.wall")}
            </Link>
            <Link to={`print?building=${encodeURIComponent(building)}`} relative="path" className={AWAY}>
              {t("board.print")}
            </Link>
          </>
        }
        lead={t("board.lead", {
          units: count(sums.all.count),
          area: area(sums.all.area),
          amount: wan(sums.all.amount),
        })}
        actions={
          <BoardToolbar
            {...{ detail, lens, lenses: offered, table, filtersOpen, building, picking, buildings: model.buildings }}
            onPicking={() => (picking ? comparison.clear() : comparison.setPicking(true))}
            onChange={change}
            onFilters={() => setFiltersOpen(!filtersOpen)}
          />
        }
      />
      <BoardLegend sums={sums} chosen={filter.states} onToggle={toggle} />
      {lensPart && seen && (
        <lensPart.BoardLensKey {...{ model, tick, lens: seen, projectCode: project.code }} onTint={takeTint} />
      )}
      {filters && (
        <filters.BoardFilters
          model={model}
          query={query}
          matching={matching.reduce((sum, one) => sum + one, 0)}
          onChange={change}
        />
      )}
      <div className={`card min-h-0 overflow-hidden max-sm:h-[70dvh] ${seen ? LOWER : HEIGHT}`}>
        {!loaded && (
          <p className="grid h-full place-items-center text-ink-soft">
            <span className="inline-flex items-center gap-2">
              <Spinner />
              {t("board.loading")}
            </span>
          </p>
        )}
        {rows && (
          <rows.BoardTable model={model} matching={matching} building={building} exports={exports} onOpen={open} />
        )}
        {loaded && !table && (
          <BoardCanvas
            {...{ model, tick, detail, tint, matching, building, picked, picking }}
            now={() => store.now()}
            label={t("board.canvas", { project: project.name, units: count(sums.all.count) })}
            onOpen={open}
            onPick={pick}
          />
        )}
      </div>
      {compared && <compared.CompareUnits {...{ model, comparison, mayQuote, projectCode: project.code }} />}
    </>
  );
}

/** The unit that is open beside the board is read again when it changes. */
function useFreshDrawer(unit: BoardUnit | undefined): void {
  const { revalidate } = useRevalidator();
  const shown = useRef(unit);
  useEffect(() => {
    if (shown.current?.id === unit?.id && shown.current !== unit) revalidate();
    shown.current = unit;
  }, [unit, revalidate]);
}

function NoUnits({ project, mayImport }: Pick<BoardViewProps, "project" | "mayImport">) {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.board")} />
      <EmptyState
        icon={LayoutGrid}
        title={t("board.empty")}
        text={t("board.emptyText")}
        action={
          mayImport && (
            <LinkButton to={`/management/${project.code}/import`} variant="primary">
              {t("board.import")}
            </LinkButton>
          )
        }
      />
    </>
  );
}

function detailOf(asked: string | null, units: number): Detail {
  if (asked === "small" || asked === "medium" || asked === "large") return asked;
  return units > SMALL_PROJECT ? "small" : "medium";
}
