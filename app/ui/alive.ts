import { useEffect, useState } from "react";

/** False on the server and in the first render, true once scripts run: for what only a living page can show. */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
}
