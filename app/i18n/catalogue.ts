import type { zhCN } from "./zh-CN";

type Areas = typeof zhCN;
export type Area = keyof Areas;

/** The same areas and keys in any language: a missing text does not compile. */
export type Catalogue = { readonly [A in Area]: { readonly [K in keyof Areas[A]]: string } };

/** The name of a text: `area.key`, e.g. "common.save". */
export type TextKey = { [A in Area]: `${A}.${keyof Areas[A] & string}` }[Area];

/** The keys of one area; for an area of enum labels these are the enum's values. */
export type KeyIn<A extends Area> = keyof Areas[A] & string;
