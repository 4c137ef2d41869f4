import { isTick, type KeptForm, siblings, type Typed, typedFields } from "./kept-form";

/**
 * Types it again, as a person would, where nothing was typed since the page came; false where the form is no longer on
 * the page.
 */
export function fillForm({ action, nth, fields }: KeptForm): boolean {
  const form = siblings(action)[nth];
  if (!form || fields.length === 0) return false;
  const entered = new Set(
    typedFields(form)
      .filter(isEntered)
      .map(({ name }) => name),
  );
  for (const field of typedFields(form)) {
    if (entered.has(field.name)) continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isTick(field)) {
      if (field.checked !== values.includes(field.value)) field.click();
    } else if (values[0] !== undefined && values[0] !== field.value) {
      typeInto(field, values[0]);
    }
  }
  return true;
}

/** Through the element's own setter, so that React takes it for typing. */
function typeInto(field: Typed, value: string): void {
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** True where the entry is no longer what the page came with. */
function isEntered(field: Typed): boolean {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const usual = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
  return field.value !== usual?.value;
}
