import { z } from "zod";
import { ID_KINDS } from "~/domain/id-kind";
import { nameField, shortText } from "./form-fields";

/** What a subscription needs of its buyer. The number is checked on the server, digit by digit. */
export const buyerForm = z.object({
  key: z.uuid(),
  version: z.coerce.number().int().positive(),
  name: nameField,
  idKind: z.enum(ID_KINDS),
  idNumber: z.string().max(40),
  birthday: z.iso
    .date({ error: "form.date" })
    .optional()
    .transform((on) => on ?? ""),
  address: shortText(200),
});
