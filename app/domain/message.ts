import { addDays, type Day, dayIn, startOfDayIn, wallClockIn } from "./calendar";

/**
 * How a variable is kept and written: fen, an ISO day, a moment, a count, text, the name of an approval's kind or status,
 * or the id of a receipt, whose number is taken after everything else.
 */
export type Shape = "text" | "count" | "money" | "day" | "moment" | "approvalKind" | "approvalStatus" | "receipt";

/**
 * Why a message is sent, which decides what may hold it back.
 * CODE: asked for this minute. DUTY: the contract or the law wants it said. NOTICE: useful, can be declined.
 * OFFICE: to the office's own staff.
 */
export type Reason = "CODE" | "DUTY" | "NOTICE" | "OFFICE";

type Definition = {
  channel: "SMS" | "MAIL";
  reason: Reason;
  goodForHours: number;
  says: Readonly<Record<string, Shape>>;
};

/** Everything the product says to somebody by itself, with the variables of its template. */
export const MESSAGES = {
  ONE_TIME_CODE: { channel: "SMS", reason: "CODE", goodForHours: 1, says: { code: "text", minutes: "count" } },
  SUBSCRIPTION_EFFECTIVE: {
    channel: "SMS",
    reason: "NOTICE",
    goodForHours: 72,
    says: { unit: "text", number: "text", signBy: "day" },
  },
  RECEIPT_ISSUED: {
    channel: "SMS",
    reason: "NOTICE",
    goodForHours: 72,
    says: { unit: "text", number: "receipt", amount: "money" },
  },
  CONTRACT_SIGNED: { channel: "SMS", reason: "NOTICE", goodForHours: 72, says: { unit: "text", number: "text" } },
  INSTALMENT_DUE: {
    channel: "SMS",
    reason: "NOTICE",
    goodForHours: 48,
    says: { unit: "text", item: "text", open: "money", dueOn: "day" },
  },
  INSTALMENT_OVERDUE: {
    channel: "SMS",
    reason: "DUTY",
    goodForHours: 120,
    says: { unit: "text", item: "text", open: "money", dueOn: "day", days: "count" },
  },
  HOLD_LAPSING: {
    channel: "MAIL",
    reason: "OFFICE",
    goodForHours: 6,
    says: { unit: "text", customer: "text", until: "moment" },
  },
  APPROVAL_ASKED: {
    channel: "MAIL",
    reason: "OFFICE",
    goodForHours: 72,
    says: { kind: "approvalKind", by: "text", reason: "text" },
  },
  APPROVAL_DECIDED: {
    channel: "MAIL",
    reason: "OFFICE",
    goodForHours: 72,
    says: { kind: "approvalKind", status: "approvalStatus", by: "text" },
  },
  APPROVAL_EXPIRED: { channel: "MAIL", reason: "OFFICE", goodForHours: 72, says: { kind: "approvalKind" } },
  SUBSTITUTE_NAMED: {
    channel: "MAIL",
    reason: "OFFICE",
    goodForHours: 72,
    says: { absent: "text", from: "day", until: "day" },
  },
} as const satisfies Record<string, Definition>;

export type MessageKind = keyof typeof MESSAGES;
export const MESSAGE_KINDS = Object.keys(MESSAGES) as MessageKind[];

export function isMessageKind(text: string): text is MessageKind {
  return Object.hasOwn(MESSAGES, text);
}

/** The names of a template's variables. */
export type VariableOf<Kind extends MessageKind> = keyof (typeof MESSAGES)[Kind]["says"] & string;
type Value<S> = S extends "count" | "money" ? number : S extends "moment" ? Date : S extends "day" ? Day : string;
/** What a message of this kind must be told: a variable that is missing, too many or of another type does not compile. */
export type SaysOf<Kind extends MessageKind> = {
  readonly [Name in VariableOf<Kind>]: Value<(typeof MESSAGES)[Kind]["says"][Name]>;
};

/** What a buyer can decline: everything but codes and what must be said. */
export const DECLINABLE = MESSAGE_KINDS.filter((kind) => MESSAGES[kind].reason === "NOTICE");

/** Until when a message is worth sending. */
export function goodUntil(kind: MessageKind, from: Date): Date {
  return new Date(from.getTime() + MESSAGES[kind].goodForHours * 3_600_000);
}

const PART = 70;
const JOINED_PART = 67;

/** How many text messages the carrier counts: 70 characters in one, 67 in each of several joined ones. */
export function smsParts(text: string): number {
  return text.length <= PART ? 1 : Math.ceil(text.length / JOINED_PART);
}

/** A text message begins with who sends it, in the brackets that carriers ask for. */
export function signed(text: string, signature: string): string {
  return `【${signature}】${text}`;
}

/** Hours of the clock on the wall; from 21 until 8 is the night. Equal hours: no quiet time. */
export type QuietHours = { from: number; until: number };

/** The first moment from now on that is not in the quiet hours. */
export function afterQuietHours(now: Date, { from, until }: QuietHours, timeZone: string): Date {
  const hour = Number(wallClockIn(timeZone, now).slice(11, 13));
  const overnight = from > until;
  const quiet = overnight ? hour >= from || hour < until : hour >= from && hour < until;
  if (!quiet) return now;
  const today = dayIn(timeZone, now);
  const on = overnight && hour >= from ? addDays(today, 1) : today;
  return new Date(startOfDayIn(timeZone, on).getTime() + until * 3_600_000);
}

export type Circumstances = {
  now: Date;
  timeZone: string;
  goodUntil: Date;
  quiet: QuietHours;
  /** Messages of the same channel that the person got today, and how many a day he gets at most. */
  sentToday: number;
  cap: number;
  declined: boolean;
};

export type Leave =
  | { go: "NOW" }
  | { go: "LATER"; at: Date; why: "QUIET_HOURS" | "CAP" }
  | { go: "NEVER"; why: "TOO_LATE" | "DECLINED" };

/**
 * May a message leave now? Codes and what goes to staff leave at once. What must be said keeps the quiet hours; what
 * can be declined also keeps the cap, which makes it wait until the next day.
 */
export function mayLeave(kind: MessageKind, given: Circumstances): Leave {
  const { reason } = MESSAGES[kind];
  if (given.now >= given.goodUntil) return { go: "NEVER", why: "TOO_LATE" };
  if (reason === "CODE" || reason === "OFFICE") return { go: "NOW" };
  if (reason === "NOTICE" && given.declined) return { go: "NEVER", why: "DECLINED" };
  const quietUntil = afterQuietHours(given.now, given.quiet, given.timeZone);
  if (quietUntil > given.now) return { go: "LATER", at: quietUntil, why: "QUIET_HOURS" };
  if (reason === "DUTY" || given.sentToday < given.cap) return { go: "NOW" };
  const tomorrow = startOfDayIn(given.timeZone, addDays(dayIn(given.timeZone, given.now), 1));
  return { go: "LATER", at: afterQuietHours(tomorrow, given.quiet, given.timeZone), why: "CAP" };
}

/** What somebody said about being written to. Kind null: about everything that can be declined. */
export type Choice = { channel: "SMS" | "MAIL"; kind: MessageKind | null; wanted: boolean; at: Date };

/** Was this kind declined? The last word that is about it counts. */
export function isDeclined(choices: readonly Choice[], channel: "SMS" | "MAIL", kind: MessageKind): boolean {
  const about = choices.filter((choice) => choice.channel === channel && (choice.kind ?? kind) === kind);
  return about.sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.wanted === false;
}

/** Is a reply the word that ends messages? 退订, TD, T, R, N, STOP, alone. */
export function isStopWord(reply: string): boolean {
  return /^(退订|拒收|TD|T|R|N|STOP|UNSUBSCRIBE)$/.test(
    reply
      .trim()
      .replace(/[。.!！\s]+$/, "")
      .toUpperCase(),
  );
}
