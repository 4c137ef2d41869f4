import { type DefaultValue, type FieldMetadata, type SubmissionResult, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import "~/i18n/zod-messages";
import { useFieldError } from "./use-field-error";

type CheckedForm<Schema extends z.ZodType<Record<string, unknown>, Record<string, unknown>>> = {
  schema: Schema;
  /** `form.reply()` from the action, so that nothing typed is lost; null or undefined before the first post. */
  lastResult: SubmissionResult<string[]> | null | undefined;
  defaultValue?: DefaultValue<z.input<Schema>>;
  /** Where a page has several forms: keeps their fields apart. */
  id?: string;
};

/**
 * A form checked by one schema in browser and server. `input(field)` gives a Field its id, name, value and error:
 * `<Field label={…} {...input(fields.name)} />`. Errors come when a field is left, and go as it is mended.
 */
export function useCheckedForm<Schema extends z.ZodType<Record<string, unknown>, Record<string, unknown>>>({
  schema,
  lastResult,
  defaultValue,
  id,
}: CheckedForm<Schema>) {
  const fieldError = useFieldError();
  const [form, fields] = useForm<z.input<Schema>, z.output<Schema>>({
    ...(id === undefined ? {} : { id }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    lastResult: lastResult ?? null,
    constraint: getZodConstraint(schema),
    shouldValidate: "onBlur",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
  });
  const input = (field: FieldMetadata<unknown>) => ({
    id: field.id,
    name: field.name,
    defaultValue: typeof field.initialValue === "string" ? field.initialValue : undefined,
    required: field.required,
    error: fieldError(field.errors),
  });
  return { form, fields, input };
}
