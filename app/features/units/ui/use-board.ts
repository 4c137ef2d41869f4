import { useEffect, useState } from "react";
import { BoardStore } from "../board-store";

/** The board of a project, kept up to date while the page is open; `tick` grows with every change. */
export function useBoard(projectId: string): { store: BoardStore; tick: number } {
  const [store, setStore] = useState(() => new BoardStore(projectId));
  const [tick, setTick] = useState(0);
  if (store.projectId !== projectId) setStore(new BoardStore(projectId));
  useEffect(() => {
    const leave = store.subscribe(() => setTick(store.tick));
    const stop = store.start();
    return () => {
      stop();
      leave();
    };
  }, [store]);
  return { store, tick };
}
