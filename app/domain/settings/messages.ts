import type { Definition } from "./definition";

/** When and how often the office writes to its customers and staff. */
export const MESSAGING = {
  quietFromHour: {
    type: "number",
    unit: "oclock",
    initial: 21,
    min: 0,
    max: 23,
    source: "TRADE",
    acts: ["MESSAGES"],
  },
  quietUntilHour: {
    type: "number",
    unit: "oclock",
    initial: 8,
    min: 0,
    max: 23,
    source: "TRADE",
    acts: ["MESSAGES"],
  },
  messagesPerDay: {
    type: "number",
    unit: "messages",
    initial: 3,
    min: 1,
    max: 20,
    source: "TRADE",
    acts: ["MESSAGES"],
  },
  dueNoticeDays: { type: "number", unit: "days", initial: 3, min: 1, max: 30, source: "TRADE", acts: ["MESSAGES"] },
  overdueNoticeEveryDays: {
    type: "number",
    unit: "days",
    initial: 7,
    min: 1,
    max: 60,
    source: "TRADE",
    acts: ["MESSAGES"],
  },
  holdNoticeHours: {
    type: "number",
    unit: "hours",
    initial: 2,
    min: 1,
    max: 24,
    source: "TRADE",
    acts: ["MESSAGES"],
  },
} as const satisfies Record<string, Definition>;
