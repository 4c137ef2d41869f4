import { z } from "zod";

/** Why a receipt, or without one the whole payment, must be reversed. */
export const reversalForm = z.object({
  key: z.uuid(),
  receiptId: z.uuid().optional(),
  reason: z.string().trim().min(1).max(300),
});
