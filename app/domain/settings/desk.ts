import type { Definition } from "./definition";

const DUPLICATE = { type: "choice", choices: ["WARN", "FORBID", "SILENT"] } as const;

/** Holds, subscriptions and the customers of the desk. */
export const DESK = {
  holdHours: { type: "number", unit: "hours", initial: 24, min: 1, max: 720, source: "行业惯例" },
  holdHoursByController: { type: "number", unit: "hours", initial: 168, min: 1, max: 2160, source: "行业惯例" },
  holdCapPerConsultant: { type: "number", unit: "units", initial: 5, min: 1, max: 999, source: "行业惯例" },
  holdExtensions: { type: "number", unit: "times", initial: 2, min: 0, max: 20, source: "行业惯例" },
  withholdDays: { type: "number", unit: "days", initial: 30, min: 1, max: 365, source: "行业惯例" },
  withholdCap: { type: "number", unit: "units", initial: 50, min: 0, max: 100000, source: "行业惯例" },
  payByHours: { type: "number", unit: "hours", initial: 24, min: 1, max: 720, source: "行业惯例" },
  signByDays: { type: "number", unit: "days", initial: 7, min: 1, max: 180, source: "行业惯例" },
  signByExtensions: { type: "number", unit: "times", initial: 2, min: 0, max: 20, source: "行业惯例" },
  ownershipDays: { type: "number", unit: "days", initial: 30, min: 1, max: 365, source: "行业惯例" },
  duplicatePhone: { ...DUPLICATE, initial: "WARN", source: "行业惯例" },
  duplicateName: { ...DUPLICATE, initial: "WARN", source: "行业惯例" },
  directSale: { type: "choice", choices: ["ALLOW", "FORBID"], initial: "FORBID", source: "行业惯例" },
} as const satisfies Record<string, Definition>;
