import type { ErasureGround } from "~/domain/erasure";

/** Erasing a person, and what is left of one. */
export const erasure = {
  title: "Erase {name}",
  lead: "This cannot be undone. Name, phones, documents, addresses, notes, contacts, messages and files go, and the portal sign-in ends; the counts of visits and conversions stay as they are.",
  keeps:
    "Whoever signed papers, paid or was issued papers is kept, as the law demands. Backups keep the data until they are rotated.",
  lastContact: "Last contact",
  dueOn: "Kept until",
  ground: "Ground",
  now: "Erase now",
  ask: "Ask the director",
  erased: "Erased customer",
  erasedAt: "This person was erased on {at}.",
  under_RETENTION: "Ground: Personal Information Protection Law, article 47(1): the period of retention was over.",
  under_REQUEST: "Ground: Personal Information Protection Law, article 47(1): the person asked for it.",
  dueLead:
    "Not heard of for longer than the period of retention, never bought, nothing under way: these people are to be erased.",
} as const;

export const erasureGround: Record<ErasureGround, string> = {
  RETENTION: "The period of retention is over",
  REQUEST: "The person asks for it",
};
