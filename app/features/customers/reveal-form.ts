import { z } from "zod";
import { REVEAL_PURPOSES } from "./reveal-purposes";

export const REVEALED = ["PHONE", "ID_NUMBER"] as const;

export const revealForm = z.object({ what: z.enum(REVEALED), purpose: z.enum(REVEAL_PURPOSES) });
