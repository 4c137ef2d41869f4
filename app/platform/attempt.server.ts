import { type Refusal, Refused } from "~/domain/refusal";

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A refusal becomes data for the form; anything else goes to the error boundary. */
export async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
