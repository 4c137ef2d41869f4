import { useEffect, useState } from "react";

/** Makes the component say itself anew every second. */
export function useSecond(): number {
  const [second, setSecond] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSecond((known) => known + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return second;
}
