import { z } from "zod";

export const issueTokenForm = z.object({
  key: z.uuid(),
  userId: z.uuid(),
  name: z.string().trim().min(1).max(60),
  days: z.enum(["30", "90", "365"]).transform(Number),
});
