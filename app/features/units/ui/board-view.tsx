import { useRevalidator } from "@remix-run/react";
import { Upload } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { SaleState } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Spinner } from "~/ui/spinner";
import { filterOf, isNarrowed } from "../board-filter";
import type { Detail } from "../board-scene";
import type { BoardSums } from "../board-sums";
import type { BoardUnit } from "../board-unit";
import { BoardCanvas } from "./board-canvas";
import { BoardFilters } from "./board-filters";
import { BoardLegend } from "./board-legend";
import { BoardPriceKey } from "./board-price-key";
import { BoardTable } from "./board-table";
import { BoardToolbar } from "./board-toolbar";
import { LiveMark } from "./live-mark";
import { useBoard } from "./use-board";
import { useBoardQuery } from "./use-board-query";

type BoardViewProps = {
  project: { id: string; code: string; name: string };
  /** As the server saw it, until the live board is there. */
  firstSums: BoardSums;
  mayImport: boolean;
};

const SMALL_PROJECT = 700;

/** The inventory board of a project: the whole of it, live. */
export function BoardView({ project, firstSums, mayImport }: BoardViewProps) {
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
  const table = query.get("view") === "table";
  const lens = query.get("lens") === "price" ? "price" : "state";
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
        beside={<LiveMark status={store.status} heardAt={store.heardAt} />}
        lead={t("board.lead", {
          units: count(sums.all.count),
          area: area(sums.all.area),
          amount: wan(sums.all.amount),
        })}
        actions={
          <BoardToolbar
            {...{ detail, lens, table, filtersOpen, building, buildings: model.buildings }}
            onChange={change}
            onFilters={() => setFiltersOpen(!filtersOpen)}
          />
        }
      />
      <BoardLegend sums={sums} chosen={filter.states} onToggle={toggle} />
      {lens === "price" && !table && <BoardPriceKey model={model} />}
      {filtersOpen && (
        <BoardFilters
          model={model}
          query={query}
          matching={matching.reduce((sum, one) => sum + one, 0)}
          onChange={change}
        />
      )}
      <div className="card h-[max(26rem,calc(100dvh-18rem))] min-h-0 overflow-hidden max-sm:h-[70dvh]">
        {!loaded && (
          <p className="grid h-full place-items-center text-ink-soft">
            <span className="inline-flex items-center gap-2">
              <Spinner />
              {t("board.loading")}
            </span>
          </p>
        )}
        {loaded && table && <BoardTable model={model} matching={matching} building={building} onOpen={open} />}
        {loaded && !table && (
          <BoardCanvas
            {...{ model, tick, detail, lens, matching, building }}
            now={() => store.now()}
            label={t("board.canvas", { project: project.name, units: count(sums.all.count) })}
            onOpen={open}
          />
        )}
      </div>
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
        icon={Upload}
        title={t("board.empty")}
        text={t("board.emptyText")}
        action={
          mayImport && (
            <LinkButton to={`/management/${project.code}/import`} variant="primary" icon={Upload}>
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
