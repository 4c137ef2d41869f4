import { useMemo } from "react";
import { useTexts } from "~/i18n/use-texts";
import { PageHeader } from "~/ui/page-header";
import { PrintButton } from "~/ui/print-button";
import { Spinner } from "~/ui/spinner";
import { buildingFaces } from "../building-face";
import { BoardSheet } from "./board-sheet";
import { LiveMark } from "./live-mark";
import { useBoard } from "./use-board";

type BoardSheetsProps = {
  project: { id: string; code: string; name: string };
  /** The one building to print; empty for all. */
  building: string;
};

/** The board as it will be on paper: one sheet for each building, as it stands at this moment. */
export function BoardSheets({ project, building }: BoardSheetsProps) {
  const { t } = useTexts();
  const { store, tick } = useBoard(project.id);
  const { model } = store;
  const { shape } = model;
  const buildings = useMemo(() => {
    const all = shape > 0 ? buildingFaces(model.units, model.buildings) : [];
    return building ? all.filter(({ name }) => name === building) : all;
  }, [model, shape, building]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `tick` says when it changed.
  const sums = useMemo(() => model.sums(), [model, tick]);
  return (
    <main className="mx-auto flex max-w-[100rem] flex-col gap-4 p-4 print:max-w-none print:p-0">
      <div data-no-print>
        <PageHeader
          title={t("boardViews.printTitle")}
          beside={<LiveMark status={store.status} heardAt={store.heardAt} />}
          lead={t("boardViews.printLead", { count: buildings.length })}
          back={{ to: `/onsite/${project.code}/board`, label: t("places.board") }}
          actions={<PrintButton />}
        />
      </div>
      {buildings.length === 0 && (
        <p className="inline-flex items-center gap-2 text-ink-soft">
          {store.status === "loading" && <Spinner />}
          {t(store.status === "loading" ? "board.loading" : "board.empty")}
        </p>
      )}
      {buildings.map((one) => (
        <BoardSheet key={one.name} project={project.name} building={one} units={model.units} whole={sums} />
      ))}
    </main>
  );
}
