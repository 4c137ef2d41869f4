import { z } from "zod";
import { type Day, parseDay } from "~/domain/calendar";
import { DISCOUNT_KINDS } from "~/domain/discount";
import { fenFromYuan } from "~/domain/money";
import { DUE_EVENTS, type Due, PLAN_KINDS, type PlanAmount, type PlanKind } from "~/domain/payment-plan";
import { ppm, ppmFromPercent } from "~/domain/rate";
import { unitPriceFromYuan } from "~/domain/unit-price";
import { changeLines, lineNumbers } from "~/ui/line-numbers";
import type { NewPlanLine } from "./draft-payment-plan.server";
import type { NewDiscountLine, NewScheme } from "./scheme-form";

type Typed = Readonly<Record<string, string>>;
type Fail = (field: string, error: string) => null;
export type OfferErrors = Readonly<Record<string, string[]>>;
export type Read<T> = { ok: true; value: T } | { ok: false; errors: OfferErrors };

/** What was typed, by name, for a page that came back. */
export function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The form with one line more or less, where that is what was asked; null where it is to be read. */
export function withLines(typed: Typed): Record<string, string> | null {
  const lines = changeLines(lineNumbers(typed.lines), typed.lineAsk);
  return lines && { ...typed, lines: lines.join(" ") };
}

/** A discount scheme as it was typed: name, days, and every line that is not empty. */
export function readScheme(typed: Typed): Read<NewScheme> {
  const { errors, fail } = noting();
  const name = nameOf(typed.name) ?? fail("name", "form.required");
  const validFrom = parseDay(typed.validFrom ?? "") ?? fail("validFrom", "form.date");
  const validUntil = typed.validUntil ? (parseDay(typed.validUntil) ?? fail("validUntil", "form.date")) : null;
  const lines = linesOf(typed, fail, schemeLine);
  if (Object.keys(errors).length > 0 || !name || !validFrom) return { ok: false, errors };
  return { ok: true, value: { name, validFrom, validUntil: validUntil as Day | null, lines } };
}

/** A payment plan as it was typed: name, kind, and every line that is not empty. */
export function readPlan(typed: Typed): Read<{ name: string; kind: PlanKind; lines: NewPlanLine[] }> {
  const { errors, fail } = noting();
  const name = nameOf(typed.name) ?? fail("name", "form.required");
  const kind = z.enum(PLAN_KINDS).safeParse(typed.kind);
  if (!kind.success) fail("kind", "form.choose");
  const lines = linesOf(typed, fail, planLine);
  if (Object.keys(errors).length > 0 || !name || !kind.success) return { ok: false, errors };
  return { ok: true, value: { name, kind: kind.data, lines } };
}

function noting(): { errors: Record<string, string[]>; fail: Fail } {
  const errors: Record<string, string[]> = {};
  const fail = (field: string, error: string) => {
    errors[field] = [error];
    return null;
  };
  return { errors, fail };
}

type ReadLine<Line> = (typed: Typed, at: number, fail: Fail) => Line | null;

/** A line with neither name nor figure is left out; one has to be there. */
function linesOf<Line extends object>(typed: Typed, fail: Fail, read: ReadLine<Line>): Line[] {
  const all = lineNumbers(typed.lines);
  const filled = all.filter((at) => typed[`name${at}`]?.trim() || typed[`figure${at}`]?.trim());
  if (filled.length === 0) fail(`name${all[0]}`, "form.required");
  return filled.flatMap((at) => read(typed, at, fail) ?? []);
}

function nameOf(text: string | undefined): string | null {
  const name = text?.trim().slice(0, 40) ?? "";
  return name === "" ? null : name;
}

function schemeLine(typed: Typed, at: number, fail: Fail): NewDiscountLine | null {
  const name = nameOf(typed[`name${at}`]) ?? fail(`name${at}`, "form.required");
  const effect = effectOf(typed, at) ?? fail(`figure${at}`, "form.number");
  const plan = z.enum(PLAN_KINDS).safeParse(typed[`plan${at}`]);
  const days = typed[`sign${at}`]?.trim() ?? "";
  if (days !== "" && !/^[1-9]\d{0,3}$/.test(days)) fail(`sign${at}`, "form.number");
  if (name === null || effect === null) return null;
  return { name, planKind: plan.data ?? null, signWithin: days === "" ? null : Number(days), ...effect };
}

function effectOf(typed: Typed, at: number) {
  const kind = z.enum(DISCOUNT_KINDS).safeParse(typed[`kind${at}`]).data ?? "MULTIPLY";
  const figure = typed[`figure${at}`]?.trim() ?? "";
  if (kind === "MULTIPLY" || kind === "POINTS") {
    const rate = ppmFromPercent(figure);
    return rate !== null && rate > 0 && rate < 1_000_000 ? { kind, ppm: rate } : null;
  }
  if (kind === "TOTAL_OFF") {
    const amount = fenFromYuan(figure);
    return amount !== null && amount > 0 ? { kind, amount } : null;
  }
  const perSquareMetre = unitPriceFromYuan(figure);
  return perSquareMetre !== null && perSquareMetre > 0 ? { kind, perSquareMetre } : null;
}

function planLine(typed: Typed, at: number, fail: Fail): NewPlanLine | null {
  const item = nameOf(typed[`name${at}`]) ?? fail(`name${at}`, "form.required");
  const due = dueOf(typed, at, fail);
  const amount =
    amountOf(typed[`share${at}`], typed[`figure${at}`]?.trim() ?? "") ?? fail(`figure${at}`, "form.number");
  if (item === null || due === null || amount === null) return null;
  return { item, due, amount, loan: typed[`loan${at}`] === "on", earnestCounts: typed[`earnest${at}`] === "on" };
}

function dueOf(typed: Typed, at: number, fail: Fail): Due | null {
  const event = z.enum(DUE_EVENTS).safeParse(typed[`event${at}`]).data ?? "CONTRACT";
  if (event === "FIXED_DATE") {
    const on = parseDay(typed[`on${at}`] ?? "");
    return on ? { event, on } : fail(`on${at}`, "form.date");
  }
  const days = Number(typed[`days${at}`] || 0);
  return Number.isInteger(days) && days >= 0 && days <= 3_650 ? { event, days } : fail(`days${at}`, "form.number");
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
