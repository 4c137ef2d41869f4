/**
 * What is made of a text, made once for as long as the text comes again. For pure making only: the same text always
 * gives the same thing, which nobody changes.
 */
export function remembered<T>(make: (text: string) => T, most = 1_000): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}
