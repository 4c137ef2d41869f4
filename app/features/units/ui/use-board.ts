import { useEffect, useState, useSyncExternalStore } from "react";
import { BoardStore } from "../board-store";

/** The board of a project, kept up to date while the page is open; `tick` grows with every change. */
export function useBoard(projectId: string): { store: BoardStore; tick: number } {
  const [store, setStore] = useState(() => new BoardStore(projectId));
  if (store.projectId !== projectId) setStore(new BoardStore(projectId));
  useEffect(() => store.start(), [store]);
  const tick = useSyncExternalStore(store.subscribe, store.snapshot, () => 0);
  return { store, tick };
}
