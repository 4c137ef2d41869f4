import { z } from "zod";
import { PRICE_FIELDS } from "~/domain/price-file-fields";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { IMPORTED_STATUSES } from "~/domain/price-file-words";

const text = z.string().max(200);

/** How a file is read, as it is stored and as a form sends it. */
export const importProfile: z.ZodType<PriceFileProfile> = z.object({
  shape: z.enum(["TABLE", "PAIRS"]),
  sheet: text.nullable(),
  width: z.number().int().min(1).max(200),
  sources: z
    .array(
      z.object({
        field: z.enum(PRICE_FIELDS),
        column: z.number().int().min(0).max(199),
        name: text,
        before: text,
        prefix: text,
        suffix: text,
      }),
    )
    .max(PRICE_FIELDS.length),
  statusWords: z.record(text, z.enum(IMPORTED_STATUSES)),
  buildingRules: z.array(z.object({ text, building: text, entrance: text })).max(500),
});
