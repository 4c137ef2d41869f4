import { z } from "zod";

/** The id after which a list goes on, from the address; what is no id begins at the top. */
export function idCursor(text: string | null): string | null {
  return z.uuid().safeParse(text).data ?? null;
}
