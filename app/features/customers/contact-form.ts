import { z } from "zod";
import { CONTACTS } from "~/domain/contact";
import { optionalText } from "./form-fields";

export const contactForm = z.object({
  key: z.uuid(),
  contact: z.enum(CONTACTS),
  reached: z
    .enum(["yes", "no"])
    .optional()
    .transform((reached) => reached !== "no"),
  text: optionalText(2_000),
  nextOn: z.iso
    .date({ error: "form.date" })
    .optional()
    .transform((on) => on ?? ""),
});
