import { useState } from "react";

export const MOST_COMPARED = 4;

type Change = (values: Readonly<Record<string, string | null>>) => void;

/**
 * The units chosen to be compared; they stand in the address (`?compare=a,b`), so that a comparison can be passed on.
 * While one is `picking`, a press on a unit chooses it; otherwise the comparison is open.
 */
export function useComparison(asked: string | null, change: Change) {
  const [picking, setPicking] = useState(false);
  const picked = [...new Set(asked?.split(",").filter(Boolean))].slice(0, MOST_COMPARED);
  const pick = (id: string) => {
    const others = picked.filter((one) => one !== id);
    const next = others.length < picked.length ? others : [...picked, id].slice(0, MOST_COMPARED);
    setPicking(true);
    change({ compare: next.join(",") });
  };
  const clear = () => {
    setPicking(false);
    change({ compare: null });
  };
  return { picked, picking, setPicking, pick, clear };
}

export type Comparison = ReturnType<typeof useComparison>;
