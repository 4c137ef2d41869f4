import { z } from "zod";
import { ERASURE_GROUNDS } from "~/domain/erasure";

export const eraseForm = z.object({ key: z.uuid(), ground: z.enum(ERASURE_GROUNDS, { error: "form.choose" }) });
