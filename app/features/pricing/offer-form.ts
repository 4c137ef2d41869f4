import { z } from "zod";
import { type Day, parseDay } from "~/domain/calendar";
import { DISCOUNT_KINDS } from "~/domain/discount";
import { fenFromYuan } from "~/domain/money";
import { DUE_EVENTS, type Due, PLAN_KINDS, type PlanAmount } from "~/domain/payment-plan";
import { ppm, ppmFromPercent } from "~/domain/rate";
import { unitPriceFromYuan } from "~/domain/unit-price";
import type { NewPlanLine } from "./draft-payment-plan.server";
import type { NewDiscountLine, NewScheme } from "./scheme-form";

/** How many lines the page offers; those without a name are left out. */
export const LINES = 6;

export type OfferErrors = Readonly<Record<string, string[]>>;
export type Read<T> = { ok: true; value: T } | { ok: false; errors: OfferErrors };

/** What was typed, by name, for a page that came back. */
export function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** A discount scheme as it was typed: name, days, and the lines that have a name. */
export function readScheme(typed: Readonly<Record<string, string>>): Read<NewScheme> {
  const errors: Record<string, string[]> = {};
  const fail = (field: string, error: string) => {
    errors[field] = [error];
    return null;
  };
  const name = nameOf(typed.name) ?? fail("name", "form.required");
  const validFrom = parseDay(typed.validFrom ?? "") ?? fail("validFrom", "form.date");
  const validUntil = typed.validUntil ? (parseDay(typed.validUntil) ?? fail("validUntil", "form.date")) : null;
  const lines = linesOf(typed, (at) => schemeLine(typed, at) ?? fail(`figure${at}`, "form.number"));
  if (lines.length === 0) fail("name0", "form.required");
  if (Object.keys(errors).length > 0 || !name || !validFrom) return { ok: false, errors };
  return { ok: true, value: { name, validFrom, validUntil: validUntil as Day | null, lines } };
}

/** A payment plan as it was typed: name, kind, and the lines that have a name. */
export function readPlan(
  typed: Readonly<Record<string, string>>,
): Read<{ name: string; kind: (typeof PLAN_KINDS)[number]; lines: NewPlanLine[] }> {
  const errors: Record<string, string[]> = {};
  const fail = (field: string, error: string) => {
    errors[field] = [error];
    return null;
  };
  const name = nameOf(typed.name) ?? fail("name", "form.required");
  const kind = z.enum(PLAN_KINDS).safeParse(typed.kind);
  if (!kind.success) fail("kind", "form.choose");
  const lines = linesOf(typed, (at) => planLine(typed, at) ?? fail(`figure${at}`, "form.number"));
  if (lines.length === 0) fail("name0", "form.required");
  if (Object.keys(errors).length > 0 || !name || !kind.success) return { ok: false, errors };
  return { ok: true, value: { name, kind: kind.data, lines } };
}

function linesOf<T>(typed: Readonly<Record<string, string>>, read: (at: number) => T | null): T[] {
  const named = Array.from({ length: LINES }, (_, at) => at).filter((at) => nameOf(typed[`name${at}`]));
  return named.flatMap((at) => read(at) ?? []);
}

function nameOf(text: string | undefined): string | null {
  const name = text?.trim().slice(0, 40) ?? "";
  return name === "" ? null : name;
}

function schemeLine(typed: Readonly<Record<string, string>>, at: number): NewDiscountLine | null {
  const kind = z.enum(DISCOUNT_KINDS).safeParse(typed[`kind${at}`]).data ?? "MULTIPLY";
  const plan = z.enum(PLAN_KINDS).safeParse(typed[`plan${at}`]);
  const days = Number(typed[`sign${at}`]);
  const line = {
    name: nameOf(typed[`name${at}`]) ?? "",
    planKind: plan.success ? plan.data : null,
    signWithin: Number.isInteger(days) && days > 0 ? days : null,
  };
  const figure = typed[`figure${at}`]?.trim() ?? "";
  if (kind === "MULTIPLY" || kind === "POINTS") {
    const rate = ppmFromPercent(figure);
    return rate !== null && rate > 0 && rate < 1_000_000 ? { ...line, kind, ppm: rate } : null;
  }
  if (kind === "TOTAL_OFF") {
    const amount = fenFromYuan(figure);
    return amount !== null && amount > 0 ? { ...line, kind, amount } : null;
  }
  const perSquareMetre = unitPriceFromYuan(figure);
  return perSquareMetre !== null && perSquareMetre > 0 ? { ...line, kind, perSquareMetre } : null;
}

function planLine(typed: Readonly<Record<string, string>>, at: number): NewPlanLine | null {
  const due = dueOf(typed, at);
  const amount = amountOf(typed[`share${at}`], typed[`figure${at}`]?.trim() ?? "");
  if (!due || !amount) return null;
  return {
    item: nameOf(typed[`name${at}`]) ?? "",
    due,
    amount,
    loan: typed[`loan${at}`] === "on",
    earnestCounts: typed[`earnest${at}`] === "on",
  };
}

function dueOf(typed: Readonly<Record<string, string>>, at: number): Due | null {
  const event = z.enum(DUE_EVENTS).safeParse(typed[`event${at}`]).data ?? "CONTRACT";
  if (event === "FIXED_DATE") {
    const on = parseDay(typed[`on${at}`] ?? "");
    return on ? { event, on } : null;
  }
  const days = Number(typed[`days${at}`] || 0);
  return Number.isInteger(days) && days >= 0 && days <= 3_650 ? { event, days } : null;
}

function amountOf(share: string | undefined, figure: string): PlanAmount | null {
  if (share === "REMAINDER") return { kind: share };
  if (share === "AMOUNT") {
    const amount = fenFromYuan(figure);
    return amount !== null && amount > 0 ? { kind: share, amount } : null;
  }
  const rate = ppmFromPercent(figure);
  return rate !== null && rate > 0 && rate <= 1_000_000 ? { kind: "PERCENT", share: ppm(rate) } : null;
}
