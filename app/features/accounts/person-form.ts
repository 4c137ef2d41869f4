import { z } from "zod";
import { GRANT_SCOPES } from "~/domain/grant";
import { ROLES } from "~/domain/permission";

export const createUserForm = z.object({
  key: z.uuid(),
  name: z.string().trim().min(1).max(40),
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: "system.loginShape" }),
});

export const STAFF_ROLES = ROLES.filter((role) => role !== "BUYER");
/** Roles of people who work for somebody else; they reach the records of their company only. */
export const PARTNER_ROLES = ["CHANNEL", "CONTRACTOR", "PROPERTY"] as const;

/** A place as one choice: "COMPANY", "BRANCH:id", "PROJECT:id". */
export const placeField = z
  .string()
  .regex(/^(COMPANY|(BRANCH|PROJECT):[0-9a-f-]{36})$/, { error: "form.choose" })
  .transform((text) => {
    const [scope, id = null] = text.split(":");
    return { scope: z.enum(GRANT_SCOPES).parse(scope), id };
  });

export const giveGrantForm = z
  .object({
    key: z.uuid(),
    role: z.enum(STAFF_ROLES),
    place: placeField,
    partnerId: z.uuid().optional(),
  })
  .refine(({ role, partnerId }) => partnerId || !PARTNER_ROLES.some((one) => one === role), {
    path: ["partnerId"],
    error: "form.choose",
  });

export const newPasswordField = z.string().min(10).max(200);

export const changePasswordForm = z.object({
  key: z.uuid(),
  old: z.string().min(1).max(200),
  password: newPasswordField,
});

/** An address to write to; empty: none. */
export const changeMailForm = z.object({
  key: z.uuid(),
  mail: z.email({ error: "form.mail" }).max(200).optional(),
});
