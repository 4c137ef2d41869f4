import { useEffect, useState } from "react";
import { allBooks } from "~/i18n/words-at-hand";

/**
 * A part of the page that is fetched when it is wanted, its words with it; null until both are there. `load` is one
 * function for ever. A part that does not come is asked for again when it is next wanted.
 */
export function useLatePart<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<{ here: Part } | null>(null);
  useEffect(() => {
    if (!wanted || part) return;
    let left = false;
    const bring = async () => {
      const here = await load();
      await allBooks();
      if (!left) setPart({ here });
    };
    // Without network the page stays as it is, and its mark says so.
    void bring().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [load, wanted, part]);
  return part && wanted ? part.here : null;
}
