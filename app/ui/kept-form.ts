/** What somebody typed into one form of a page. */
export type KeptForm = {
  /** Which form: its address, and the how-manieth with that address it is. */
  action: string;
  nth: number;
  fields: [name: string, value: string][];
};

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const UNTOLD = new Set(["hidden", "password", "file", "submit", "button"]);

/** Notes what was typed. */
export function keepForm(form: HTMLFormElement): KeptForm {
  const fields = typedFields(form).flatMap((field): [string, string][] =>
    isTick(field) && !field.checked ? [] : [[field.name, field.value]],
  );
  return { action: addressOf(form), nth: siblings(addressOf(form)).indexOf(form), fields };
}

/** Types it again, as a person would; false where the form is no longer on the page. */
export function fillForm({ action, nth, fields }: KeptForm): boolean {
  const form = siblings(action)[nth];
  if (!form || fields.length === 0) return false;
  for (const field of typedFields(form)) {
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

function typedFields(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter(
    (element): element is Typed =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== "" &&
      !UNTOLD.has(element.type),
  );
}

function isTick(field: Typed): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function addressOf(form: HTMLFormElement): string {
  const { pathname, search } = new URL(form.action, document.baseURI);
  return pathname + search;
}

function siblings(action: string): HTMLFormElement[] {
  return [...document.forms].filter((form) => form.method === "post" && addressOf(form) === action);
}
