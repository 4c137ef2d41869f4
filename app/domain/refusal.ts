import { AFTERCARE } from "./refusals/aftercare";
import { APPROVALS } from "./refusals/approvals";
import { CHANGES } from "./refusals/changes";
import { COMMON } from "./refusals/common";
import { CUSTOMERS } from "./refusals/customers";
import { DEALS } from "./refusals/deals";
import { INPUT } from "./refusals/input";
import { INTERFACE } from "./refusals/interface";
import { INVENTORY } from "./refusals/inventory";
import { MONEY } from "./refusals/money";
import { OPENING } from "./refusals/opening";
import { PAPERS } from "./refusals/papers";

/** Every answer "no" the business can give. The words live in app/i18n. */
export const REFUSAL_CODES = [
  ...COMMON,
  ...INPUT,
  ...INTERFACE,
  ...INVENTORY,
  ...CUSTOMERS,
  ...OPENING,
  ...DEALS,
  ...APPROVALS,
  ...MONEY,
  ...PAPERS,
  ...CHANGES,
  ...AFTERCARE,
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Figures that the words of a refusal name, e.g. `{ by, since }`; amounts in fen, rates in ppm. */
export type RefusalParams = Readonly<Record<string, string | number | Date>>;

export type Refusal = { code: RefusalCode; params?: RefusalParams };

export type Verdict = { ok: true } | { ok: false; refusal: Refusal };

export const allow: Verdict = { ok: true };

/** The answer "no", with the figures that its words name. */
export function refuse(code: RefusalCode, params?: RefusalParams): Verdict {
  return { ok: false, refusal: params ? { code, params } : { code } };
}

/** Refuses with this code unless the condition holds. */
export function unless(condition: boolean, code: RefusalCode, params?: RefusalParams): Verdict {
  return condition ? allow : refuse(code, params);
}

/** The first refusal among the verdicts, in their order; allowed when there is none. */
export function all(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? allow;
}

/** Carries a refusal out of a command, so that its transaction rolls back. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
  }
}

/** Throws `Refused` when the verdict is "no". */
export function demand(verdict: Verdict): void {
  if (!verdict.ok) throw new Refused(verdict.refusal);
}
