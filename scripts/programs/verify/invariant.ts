/** A rule of the database and the rows that break it: the query answers one text per violation, none when all is well. */
export type Invariant = { name: string; violations: string };
