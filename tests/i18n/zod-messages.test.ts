import { describe, expect, it } from "vitest";
import { z } from "zod";
import { textsFor } from "~/i18n/catalogue.server";
import "~/i18n/zod-messages";

const messageOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

describe("messages of a schema", () => {
  it.each([
    [z.string(), undefined, "form.required"],
    [z.string().min(1), "", "form.required"],
    [z.string().min(3), "a", "form.too_short?min=3"],
    [z.string().max(2), "abc", "form.too_long?max=2"],
    [z.number(), "x", "form.number"],
    [z.number().min(5), 1, "form.at_least?min=5"],
    [z.number().max(5), 9, "form.at_most?max=5"],
    [z.enum(["A"]), "B", "form.choose"],
    [z.array(z.string()).min(1), [], "form.choose"],
    [z.string().regex(/^a$/), "b", "form.invalid"],
    [z.string({ error: "form.mobile" }), 1, "form.mobile"],
  ])("%# names a text", (schema, value, message) => {
    expect(messageOf(schema, value)).toBe(message);
    expect(textsFor("en").formError([message])).not.toMatch(/^form\.|[{}?]/);
  });
});
