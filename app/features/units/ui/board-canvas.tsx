import { type KeyboardEvent, type PointerEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { useLatePart } from "~/ui/use-late-part";
import { layOut, roomy, spotsOf, towersOf, unitAt } from "../board-layout";
import type { BoardModel } from "../board-model";
import { neighbour } from "../board-moves";
import { CELLS, type Detail, type Scene, type TintOf } from "../board-scene";
import { UnitSentence } from "./unit-sentence";
import { useLook, useSize } from "./use-canvas-view";
import { useDrawing } from "./use-drawing";

type BoardCanvasProps = {
  model: BoardModel;
  tick: number;
  now: () => number;
  label: string;
  detail: Detail;
  tint: TintOf | null;
  matching: Uint8Array;
  /** Units chosen to be compared, and whether a plain press chooses one more. */
  picked: readonly string[];
  picking: boolean;
  /** The building to bring into view. */
  building: string;
  onOpen: (unitId: string) => void;
  onPick: (unitId: string) => void;
};

const bringHoverCard = () => import("./board-hover-card");

type Hover = { unit: number; x: number; y: number };

/** The whole project on one canvas: only what is in view is drawn. */
export function BoardCanvas({
  model,
  tick,
  now,
  label,
  detail,
  tint,
  matching,
  picked,
  picking,
  building,
  onOpen,
  onPick,
}: BoardCanvasProps) {
  const { t, enumLabel, area, wan } = useTexts();
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const look = useLook(box);
  const [cursor, setCursor] = useState(-1);
  const [hover, setHover] = useState<Hover | null>(null);
  const [pointed, setPointed] = useState(false);
  const card = useLatePart(bringHoverCard, pointed);
  const { shape } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `shape` says when it moved.
  const towers = useMemo(() => towersOf(model.units, model.buildings), [model, shape]);
  const cell = useMemo(
    () => (detail === "medium" && size ? roomy(towers, CELLS.medium, size) : CELLS[detail]),
    [detail, size, towers],
  );
  const layout = useMemo(() => layOut(towers, cell, size?.width ?? 1_000), [towers, cell, size?.width]);
  const spots = useMemo(() => spotsOf(layout, cell, model.units.length), [layout, cell, model.units.length]);
  const words = useMemo(
    () => ({
      sign: (state: Parameters<Scene["words"]["sign"]>[0]) => enumLabel("saleStateSign", state),
      area,
      price: (fen: number) => wan(fen),
      free: (count: number) => t("board.free", { count }),
    }),
    [enumLabel, area, wan, t],
  );
  const scene: Scene | null = look && {
    ...{ model, layout, spots, matching, detail, cell, tint, look, words },
    ...{ cursor, hover: hover?.unit ?? -1, picked: picked.map((id) => model.indexOf(id)) },
  };
  const draw = useDrawing(canvas, box, size, scene, tick);

  useLayoutEffect(() => {
    const tower = layout.towers.find((one) => one.building === building);
    if (tower) box.current?.scrollTo({ top: tower.y - 48, left: Math.max(0, tower.x - 24) });
  }, [building, layout]);

  const pointAt = (event: PointerEvent) => {
    const frame = box.current?.getBoundingClientRect();
    if (!frame || !box.current) return null;
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top;
    return { x, y, unit: unitAt(layout, cell, x + box.current.scrollLeft, y + box.current.scrollTop) };
  };
  const take = (unit: number, pick: boolean) => {
    const id = model.units[unit]?.id;
    if (id) (pick ? onPick : onOpen)(id);
  };
  const moveTo = useCallback(
    (unit: number) => {
      setCursor(unit);
      const spot = spots[unit];
      const frame = box.current;
      if (!spot || !frame) return;
      const edge = 60;
      const left = Math.min(frame.scrollLeft, spot.x - edge);
      const top = Math.min(frame.scrollTop, spot.y - edge);
      frame.scrollTo({
        left: Math.max(left, spot.x + cell.width + edge - frame.clientWidth),
        top: Math.max(top, spot.y + cell.height + edge - frame.clientHeight),
      });
    },
    [spots, cell],
  );
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") take(cursor, false);
    if (event.key === " ") {
      event.preventDefault();
      take(cursor, true);
    }
    const next = neighbour(spots, cursor, event.key);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
  };

  return (
    <section
      ref={box}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that is walked with the arrow keys.
      tabIndex={0}
      aria-label={label}
      aria-describedby="board-keys"
      onScroll={draw}
      onKeyDown={press}
      onPointerEnter={() => setPointed(true)}
      onPointerMove={(event) => {
        const at = event.pointerType === "mouse" ? pointAt(event) : null;
        setHover(at && at.unit >= 0 ? at : null);
      }}
      onPointerLeave={() => setHover(null)}
      onClick={(event) => {
        const at = pointAt(event as unknown as PointerEvent);
        if (!at || at.unit < 0) return;
        setCursor(at.unit);
        take(at.unit, picking || event.ctrlKey || event.metaKey || event.shiftKey);
      }}
      className={`relative h-full overflow-auto overscroll-contain ${hover ? "cursor-pointer" : ""}`}
    >
      <div className="absolute top-0 left-0" style={{ width: layout.width, height: layout.height }} aria-hidden />
      <canvas ref={canvas} className="sticky top-0 left-0 block" aria-hidden />
      <p id="board-keys" className="sr-only">
        {t("board.keys")}
      </p>
      <p className="sr-only" role="status">
        <UnitSentence unit={model.units[cursor]} note={tint?.(cursor)?.note} />
      </p>
      {card && hover && size && (
        <card.BoardHoverCard
          {...{ now, box, size, x: hover.x, y: hover.y }}
          unit={model.units[hover.unit]}
          note={tint?.(hover.unit)?.note}
        />
      )}
    </section>
  );
}
