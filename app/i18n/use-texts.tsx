import { createContext, type ReactNode, useContext } from "react";
import type { Texts } from "./texts";

const TextsContext = createContext<Texts | null>(null);

/** Gives the page its language; stands above the whole tree, on the server and in the browser. */
export function TextsProvider({ texts, children }: { texts: Texts; children: ReactNode }) {
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}

/** Words and formats in the reader's language. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error("useTexts needs a TextsProvider above it");
  return texts;
}
