import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** Milliseconds to add to this device's clock to get the server's. */
const OffsetContext = createContext<{ offset: number; firstNow: Date | null }>({ offset: 0, firstNow: null });

/** Deadlines are the server's; a phone whose clock is wrong still counts down to the right second. */
export function ClockProvider({ serverNow, children }: { serverNow: Date | null; children: ReactNode }) {
  const [clock, setClock] = useState({ offset: 0, firstNow: serverNow });
  useEffect(() => {
    setClock((known) => (known.firstNow ? { ...known, offset: known.firstNow.getTime() - firstByteAt() } : known));
  }, []);
  return <OffsetContext.Provider value={clock}>{children}</OffsetContext.Provider>;
}

/** The server's clock, once a second. Before the page is alive: the moment at which the server made it. */
export function useServerNow(): Date | null {
  const { offset, firstNow } = useContext(OffsetContext);
  const [now, setNow] = useState(firstNow);
  useEffect(() => {
    const tick = () => setNow(new Date(Date.now() + offset));
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [offset]);
  return now;
}

/** When the page's first byte came, by this device's clock. */
function firstByteAt(): number {
  const [page] = performance.getEntriesByType("navigation");
  const delay = page instanceof PerformanceNavigationTiming ? page.responseStart : performance.now();
  return performance.timeOrigin + delay;
}
