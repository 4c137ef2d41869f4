import { useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

/** What the board shows stands in the address, so that it can be shared and survives a reload. */
export function useBoardQuery() {
  const [query, setQuery] = useSearchParams();
  // A second choice may come before the first has reached the address; it must not undo it.
  const wanted = useRef(query);
  useEffect(() => {
    wanted.current = query;
  }, [query]);
  const change = useCallback(
    (values: Readonly<Record<string, string | null>>, replace = true) => {
      const next = new URLSearchParams(wanted.current);
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      wanted.current = next;
      setQuery(next, { replace, preventScrollReset: true });
    },
    [setQuery],
  );
  return { query, change };
}
