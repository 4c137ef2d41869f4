import type { Place } from "./place";

/** The entries of the on-site wing, in the order of the screen. The first four are the phone's bottom bar. */
export const ONSITE: readonly Place[] = [];
