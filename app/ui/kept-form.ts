/** What somebody typed into one form of a page. */
export type KeptForm = {
  /** Which form: its address, and the how-manieth with that address it is. */
  action: string;
  nth: number;
  fields: [name: string, value: string][];
};

export type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const UNTOLD = '[name=""], [type=hidden], [type=password], [type=file], [type=submit], [type=button]';

/** Notes what was typed. */
export function keepForm(form: HTMLFormElement): KeptForm {
  const fields = typedFields(form).flatMap((field): [string, string][] =>
    isTick(field) && !field.checked ? [] : [[field.name, field.value]],
  );
  return { action: addressOf(form), nth: siblings(addressOf(form)).indexOf(form), fields };
}

/** What a person types into or ticks in a form. */
export function typedFields(form: HTMLFormElement): Typed[] {
  return [...form.elements].filter((element): element is Typed =>
    element.matches(`:is(input, select, textarea)[name]:not(${UNTOLD})`),
  );
}

/** A box or a button that is on or off. */
export function isTick(field: Typed): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function addressOf(form: HTMLFormElement): string {
  const { pathname, search } = new URL(form.action, document.baseURI);
  return pathname + search;
}

/** All forms of the page that are sent to one address. */
export function siblings(action: string): HTMLFormElement[] {
  return [...document.forms].filter((form) => form.method === "post" && addressOf(form) === action);
}
