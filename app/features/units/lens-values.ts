/**
 * What a lens knows, as it is sent: the small numbers of units and beside each its value: days, ppm, or a place in
 * `names`. A unit without a value is not in it.
 */
export type LensValues = { nos: readonly number[]; values: readonly number[]; names: readonly string[] };
