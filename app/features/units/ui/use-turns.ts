import { useEffect, useState } from "react";

const TURN_MS = 15_000;

/** Shows one of several things after the other; the arrow keys go on or back, the space bar stops it and lets it go on. */
export function useTurns(count: number): { at: number; stopped: boolean } {
  const [turn, setTurn] = useState(0);
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "ArrowRight") setTurn((now) => now + 1);
      else if (event.key === "ArrowLeft") setTurn((now) => now + count - 1);
      else if (event.key === " ") setStopped((now) => !now);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn, by hand or not, lasts its whole time.
  useEffect(() => {
    if (stopped || count < 2) return;
    const timer = setTimeout(() => setTurn((now) => now + 1), TURN_MS);
    return () => clearTimeout(timer);
  }, [turn, stopped, count]);
  return { at: count > 0 ? turn % count : 0, stopped };
}
