import { z } from "zod";
import { DUE_EVENTS } from "~/domain/payment-plan";
import { day, fen, text } from "./wire";

/** What falls due when: on an event, so many days after it, or on a fixed day. */
export const instalment = z.object({
  item: text.nullable().meta({ description: "null: the earnest money" }),
  due: z.object({ event: z.enum(DUE_EVENTS), days: z.int().optional(), on: day.optional() }),
  dueOn: day.nullable(),
  amountFen: fen,
  loan: z.boolean(),
});

/** How a price comes about, step by step. */
export const derivation = z.object({
  order: text,
  steps: z.array(z.object({ kind: text, name: text.nullable(), changeFen: fen, runningFen: fen })),
  finalFen: fen,
});
