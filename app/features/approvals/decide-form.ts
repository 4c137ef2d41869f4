import { z } from "zod";

const reason = z.string().trim().max(500, { error: "form.too_long?max=500" }).default("");

/** An answer to a request: a no needs words. */
export const decideForm = z
  .object({ key: z.uuid(), approvalId: z.uuid(), answer: z.enum(["yes", "no", "withdraw"]), reason })
  .refine((form) => form.answer !== "no" || form.reason !== "", { path: ["reason"], error: "form.required" });
