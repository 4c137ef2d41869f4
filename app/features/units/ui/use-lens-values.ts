import { useEffect, useRef, useState } from "react";
import type { LensValues } from "../lens-values";

const PAUSE_MS = 3_000;

type Found = { address: string; values: LensValues | null };

/**
 * What the server says a lens shows; null on its way, and `failed` when it does not come. Read again when the board has
 * changed (`revision`), every few seconds at most. Without an address nothing is asked.
 */
export function useLensValues(address: string | null, revision: number) {
  const [found, setFound] = useState<Found | null>(null);
  const asked = useRef({ address: "", at: 0 });
  const wanted = useRef(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when the board has changed.
  useEffect(() => {
    wanted.current = address;
    if (!address) return;
    const wait = asked.current.address === address ? asked.current.at + PAUSE_MS - performance.now() : 0;
    const timer = setTimeout(
      async () => {
        asked.current = { address, at: performance.now() };
        const values = await read(address);
        if (wanted.current === address) setFound((before) => kept(before, { address, values }));
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [address, revision]);
  const current = found?.address === address ? found : null;
  return { values: current?.values ?? null, failed: current !== null && current.values === null };
}

/** What was seen a moment ago is better than nothing. */
function kept(before: Found | null, next: Found): Found {
  return next.values === null && before?.address === next.address ? before : next;
}

async function read(address: string): Promise<LensValues | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as LensValues | null) : null;
}
