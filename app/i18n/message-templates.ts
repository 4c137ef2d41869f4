import type { MessageKind, VariableOf } from "~/domain/message";

/** The name in a place: "open" of `{open:money}`, "days" of `{days|day|days}`. */
type NameOf<Place extends string> = Place extends `${infer Name}|${string}`
  ? Name
  : Place extends `${infer Name}:${string}`
    ? Name
    : Place;
type NamesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | NamesIn<Rest>
  : never;

/** The text itself where its places are exactly the variables of its kind, else what is wrong with it. */
type Checked<Kind extends MessageKind, Text extends string> =
  Exclude<VariableOf<Kind>, NamesIn<Text>> extends infer Missing
    ? [Missing] extends [never]
      ? Exclude<NamesIn<Text>, VariableOf<Kind>> extends infer Unknown
        ? [Unknown] extends [never]
          ? Text
          : { "is no variable of this message": Unknown }
        : never
      : { "the text does not say": Missing }
    : never;

/** Templates of one language: one that leaves a variable out, or names one that is none, does not compile. */
export function templates<const Texts extends Readonly<Record<MessageKind, string>>>(
  texts: Texts & { readonly [Kind in MessageKind]: Checked<Kind, Texts[Kind]> },
): Texts {
  return texts;
}
