import { z } from "zod";
import { fenFromYuan } from "~/domain/money";
import { OWNERSHIP_FORMS } from "~/domain/ownership-shares";
import { ppmFromPercent } from "~/domain/rate";
import { SPECIAL_RELATIONS } from "~/domain/special-discount";

const yuanText = (allowNothing: boolean) =>
  z
    .string({ error: "form.amount" })
    .default("")
    .transform((text, issue) => {
      const amount = text.trim() === "" && allowNothing ? 0 : fenFromYuan(text.trim());
      if (amount !== null && amount >= 0) return Number(amount);
      issue.addIssue({ code: "custom", message: "form.amount" });
      return z.NEVER;
    });

const percentText = z
  .string()
  .default("")
  .transform((text, issue) => {
    if (text.trim() === "") return null;
    const share = ppmFromPercent(text.trim());
    if (share !== null && share > 0) return Number(share);
    issue.addIssue({ code: "custom", message: "form.percent" });
    return z.NEVER;
  });

const buyer = z.object({ customerId: z.string().default(""), share: percentText });

/** What the consultant fills in: buyers, price, plan and the earnest money. Amounts are typed in yuan. */
export const draftSubscriptionForm = z.object({
  key: z.uuid(),
  dealId: z.uuid(),
  version: z.coerce.number().int(),
  ownershipForm: z.enum(OWNERSHIP_FORMS, { error: "form.choose" }),
  buyers: z.array(buyer).default([]),
  schemeIds: z.array(z.uuid()).default([]),
  planId: z.uuid({ error: "form.choose" }),
  specialOff: yuanText(true),
  relation: z.enum(SPECIAL_RELATIONS, { error: "form.choose" }).optional(),
  reason: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
  earnest: yuanText(false),
  eligible: z.literal("on", { error: "form.required" }).optional(),
  eligibilityNote: z.string().trim().max(200, { error: "form.too_long?max=200" }).default(""),
});

/** The command's input from what was typed; places left empty name no buyer. */
export function draftOfForm(form: z.output<typeof draftSubscriptionForm>) {
  const { specialOff, earnest, eligible, relation, buyers, ...rest } = form;
  return {
    ...rest,
    buyers: buyers
      .filter(({ customerId }) => customerId !== "")
      .map(({ customerId, share }) => ({ customerId, sharePpm: share })),
    relation: relation ?? null,
    specialOffFen: specialOff,
    earnestFen: earnest,
    eligible: eligible === "on",
  };
}
