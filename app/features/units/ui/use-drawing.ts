import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { paint } from "../board-painter";
import type { Scene } from "../board-scene";
import type { CanvasSize } from "./use-canvas-view";

/** Draws once per frame at most, and goes on while something moves. */
export function useDrawing(
  canvas: RefObject<HTMLCanvasElement>,
  box: RefObject<HTMLElement>,
  size: CanvasSize | null,
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
