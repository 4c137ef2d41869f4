import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTexts } from "~/i18n/use-texts";
import { layOut, spotsOf, towersOf, unitAt } from "../board-layout";
import { priceClasses } from "../board-look";
import type { BoardModel } from "../board-model";
import { neighbour } from "../board-moves";
import { paint } from "../board-painter";
import { CELLS, type Detail, type Lens, type Scene } from "../board-scene";
import { BoardHoverCard } from "./board-hover-card";
import { UnitSentence } from "./unit-sentence";
import { useLook, useSize } from "./use-canvas-view";

type BoardCanvasProps = {
  model: BoardModel;
  tick: number;
  now: () => number;
  label: string;
  detail: Detail;
  lens: Lens;
  matching: Uint8Array;
  /** The building to bring into view. */
  building: string;
  onOpen: (unitId: string) => void;
};

type Hover = { unit: number; x: number; y: number };

/** The whole project on one canvas: only what is in view is drawn. */
export function BoardCanvas({ model, tick, now, label, detail, lens, matching, building, onOpen }: BoardCanvasProps) {
  const { t, enumLabel, area, wan } = useTexts();
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const look = useLook(box);
  const [cursor, setCursor] = useState(-1);
  const [hover, setHover] = useState<Hover | null>(null);
  const cell = CELLS[detail];
  const { shape } = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `shape` says when it moved.
  const towers = useMemo(() => towersOf(model.units, model.buildings), [model, shape]);
  const layout = useMemo(() => layOut(towers, cell, size?.width ?? 1_000), [towers, cell, size?.width]);
  const spots = useMemo(() => spotsOf(layout, cell, model.units.length), [layout, cell, model.units.length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above; `tick` says when prices may have changed.
  const classes = useMemo(() => (lens === "price" ? priceClasses(model.unitPrices) : []), [lens, model, tick]);
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
    ...{ model, layout, spots, matching, detail, lens, classes, look, words },
    ...{ cursor, hover: hover?.unit ?? -1 },
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
  const open = (unit: number) => {
    const id = model.units[unit]?.id;
    if (id) onOpen(id);
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
    if (event.key === "Enter" && cursor >= 0) open(cursor);
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
      onPointerMove={(event) => {
        const at = event.pointerType === "mouse" ? pointAt(event) : null;
        setHover(at && at.unit >= 0 ? at : null);
      }}
      onPointerLeave={() => setHover(null)}
      onClick={(event) => {
        const at = pointAt(event as unknown as PointerEvent);
        if (!at || at.unit < 0) return;
        setCursor(at.unit);
        open(at.unit);
      }}
      className={`relative h-full overflow-auto overscroll-contain ${hover ? "cursor-pointer" : ""}`}
    >
      <div className="absolute top-0 left-0" style={{ width: layout.width, height: layout.height }} aria-hidden />
      <canvas ref={canvas} className="sticky top-0 left-0 block" aria-hidden />
      <p id="board-keys" className="sr-only">
        {t("board.keys")}
      </p>
      <p className="sr-only" role="status">
        <UnitSentence unit={model.units[cursor]} />
      </p>
      {hover && size && (
        <BoardHoverCard unit={model.units[hover.unit]} now={now} x={hover.x} y={hover.y} box={box} size={size} />
      )}
    </section>
  );
}

/** Draws once per frame at most, and goes on while something moves. */
function useDrawing(
  canvas: React.RefObject<HTMLCanvasElement>,
  box: React.RefObject<HTMLElement>,
  size: ReturnType<typeof useSize>,
  scene: Scene | null,
  tick: number,
): () => void {
  const latest = useRef(scene);
  const frame = useRef(0);
  latest.current = scene;
  const draw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame((moment) => {
      const context = canvas.current?.getContext("2d");
      const view = box.current;
      if (!context || !view || !size || !latest.current) return;
      const { scrollLeft: left, scrollTop: top } = view;
      if (paint(context, latest.current, { ...size, left, top }, moment)) draw();
    });
  }, [canvas, box, size]);
  useLayoutEffect(() => {
    if (!canvas.current || !size) return;
    canvas.current.width = Math.round(size.width * size.ratio);
    canvas.current.height = Math.round(size.height * size.ratio);
    canvas.current.style.width = `${size.width}px`;
    canvas.current.style.height = `${size.height}px`;
    draw();
  }, [canvas, size, draw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is drawn whenever it, or the model in it, changes.
  useEffect(draw, [draw, scene, tick]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return draw;
}
