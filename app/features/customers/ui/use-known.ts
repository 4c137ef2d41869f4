import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { KnownCustomer } from "./known-customers";

const TYPING_PAUSE_MS = 200;

/**
 * Asks who is known under what is being typed, a moment after the last key. The question is a request of its own: the
 * form may be sent meanwhile, which would end a fetcher's before its route is known to the browser.
 */
export function useKnown(base: string) {
  const [known, setKnown] = useState<KnownCustomer[] | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const asking = useRef<AbortController>();
  const stop = useCallback(() => {
    clearTimeout(pause.current);
    asking.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);
  const look = ({ currentTarget, target }: FormEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLInputElement) || !["phone", "name"].includes(target.name)) return;
    const typed = new FormData(currentTarget);
    const query = new URLSearchParams({ phone: String(typed.get("phone")), name: String(typed.get("name")) });
    stop();
    asking.current = new AbortController();
    const { signal } = asking.current;
    pause.current = setTimeout(async () => {
      const found = await findKnown(`${base}/reception/known?${query}`, signal);
      if (found && !signal.aborted) setKnown(found);
    }, TYPING_PAUSE_MS);
  };
  return { known, look };
}

/** Null when nothing came, or the sign-in page: what is typed is not lost over a question. */
async function findKnown(address: string, signal: AbortSignal): Promise<KnownCustomer[] | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok && !answer.redirected ? ((await answer.json()) as { known: KnownCustomer[] }).known : null;
  } catch {
    return null;
  }
}
