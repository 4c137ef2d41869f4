import type { Place } from "./place";

/** The entries of the buyers' portal, in the order of the screen. The first four are the phone's bottom bar. */
export const PORTAL: readonly Place[] = [];
