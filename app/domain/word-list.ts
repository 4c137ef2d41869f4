/** The words of a text as a union: "A B" → "A" | "B". */
export type WordsOf<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | WordsOf<Rest> : Text;

/** The text itself where every word of it is allowed; otherwise it does not compile. */
export type WordsIn<Text extends string, Allowed extends string> = [WordsOf<Text>] extends [Allowed] ? Text : never;

/** Splits a text at its spaces; keeps long tables of names short enough to read. */
export function wordsOf<const Text extends string>(text: Text): readonly WordsOf<Text>[] {
  return text.split(" ") as WordsOf<Text>[];
}
