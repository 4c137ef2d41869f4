import { z } from "zod";

export const setSettingForm = z.object({
  key: z.uuid(),
  value: z.string().trim().min(1).max(40),
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "form.date" }),
  source: z.string().trim().min(1).max(200),
});
