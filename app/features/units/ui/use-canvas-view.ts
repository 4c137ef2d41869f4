import { type RefObject, useEffect, useState } from "react";
import { lookOf } from "../board-look";
import type { Look } from "../board-scene";

export type CanvasSize = { width: number; height: number; ratio: number };

/** How large the element is, in CSS pixels; null until it is on screen. */
export function useSize(box: RefObject<HTMLElement>): CanvasSize | null {
  const [size, setSize] = useState<CanvasSize | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setSize({ width: element.clientWidth, height: element.clientHeight, ratio: window.devicePixelRatio || 1 });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return size;
}

/** The page's colours, anew when the theme changes. */
export function useLook(box: RefObject<HTMLElement>): Look | null {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => setLook(lookOf(element));
    const media = matchMedia("(prefers-color-scheme: dark)");
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    media.addEventListener("change", read);
    read();
    return () => {
      observer.disconnect();
      media.removeEventListener("change", read);
    };
  }, [box]);
  return look;
}
