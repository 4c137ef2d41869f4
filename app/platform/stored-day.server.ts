import { type Day, day } from "~/domain/calendar";

/** A business day as Prisma writes a date column. */
export function dateOf(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}

/** A date column as a business day. */
export function dayOf(stored: Date): Day {
  return day(stored.toISOString().slice(0, 10));
}

/** The same for a column that may be empty. */
export function maybeDayOf(stored: Date | null): Day | null {
  return stored && dayOf(stored);
}
