import type { Refusal, RefusalCode } from "~/domain/refusal";

const FIELDS: Partial<Record<RefusalCode, string>> = {
  name_missing: "name",
  name_too_long: "name",
  phone_invalid: "phone",
  phone_incomplete: "phone",
  id_number_invalid: "idNumber",
  id_check_digit_wrong: "idNumber",
  id_number_taken: "idNumber",
  date_future: "birthday",
  date_past: "nextOn",
  reason_required: "reason",
};

type FieldErrors = { fieldErrors: Record<string, string[]> };

/** A refusal that belongs to one field, as conform's reply takes it; null where it concerns the whole form. */
export function fieldErrorsOf({ code, params = {} }: Refusal): FieldErrors | null {
  const field = FIELDS[code];
  if (!field) return null;
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return { fieldErrors: { [field]: [query.size > 0 ? `refusals.${code}?${query}` : `refusals.${code}`] } };
}
