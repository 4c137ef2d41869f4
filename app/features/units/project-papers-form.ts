import { z } from "zod";
import { type Day, parseDay } from "~/domain/calendar";

const aDay = z
  .string({ error: "form.required" })
  .refine((text) => parseDay(text) !== null, { error: "form.date" })
  .transform((text) => text as Day);
const maybeDay = z
  .string()
  .default("")
  .refine((text) => text === "" || parseDay(text) !== null, { error: "form.date" })
  .transform((text) => (text === "" ? null : (text as Day)));
const key = z.uuid();
const required = z.string({ error: "form.required" }).trim().min(1, { error: "form.required" }).max(60);

/** What the clerk records about the project: a permit, a milestone, or what lies on a unit. */
export const projectPapersForm = z.discriminatedUnion("paper", [
  z.object({
    key,
    paper: z.literal("permit"),
    number: required,
    issuedOn: aDay,
    supervisedAccountId: z.uuid({ error: "form.choose" }),
    buildingIds: z.array(z.uuid()),
  }),
  z.object({
    key,
    paper: z.literal("milestone"),
    buildingId: z.uuid({ error: "form.choose" }),
    kind: z.enum(["PERMIT", "OPENING", "TOPPING_OUT", "COMPLETION", "HANDOVER"], { error: "form.choose" }),
    plannedOn: maybeDay,
    actualOn: maybeDay,
  }),
  z.object({
    key,
    paper: z.literal("flags"),
    label: required,
    mortgaged: z.literal("on").optional(),
    bankConsentOn: maybeDay,
    sealed: z.literal("on").optional(),
  }),
]);
export type ProjectPaper = z.output<typeof projectPapersForm>;
