import { useSearchParams } from "@remix-run/react";
import { useCallback } from "react";

/** What the board shows stands in the address, so that it can be shared and survives a reload. */
export function useBoardQuery() {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (values: Readonly<Record<string, string | null>>, replace = true) =>
      setQuery(
        (known) => {
          const next = new URLSearchParams(known);
          for (const [name, value] of Object.entries(values)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace, preventScrollReset: true },
      ),
    [setQuery],
  );
  return { query, change };
}
