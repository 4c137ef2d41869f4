/** One message on its way out. `key` names it, so that whoever carries it can recognise a repeat. */
export type Outgoing = { key: string; to: string; subject: string; text: string };

/** Hands one message to whoever carries it; answers how the carrier calls it, where it says so. */
export type Gateway = (message: Outgoing) => Promise<{ reference: string | null }>;

/** The carrier will never take this message: a number that is none, a mailbox that does not exist. No second try. */
export class Undeliverable extends Error {
  override readonly name = "Undeliverable";
}
