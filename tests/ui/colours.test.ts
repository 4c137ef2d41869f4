import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SALE_STATES } from "~/domain/unit-state";
import { contrast, distance, linear, seenBy, VISIONS } from "./colour";

const stateSheet = readFileSync("app/ui/sale-states.css", "utf8");
const tokens = readFileSync("app/ui/tokens.css", "utf8");

/** A colour of the look: light and dark. */
function token(name: string): { light: string; dark: string } {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  if (!light || !dark) throw new Error(`no colour --${name}`);
  return { light, dark };
}

function state(name: string): string {
  const [, colour] = new RegExp(`--state-${name.toLowerCase()}: (#\\w{6})`).exec(stateSheet) ?? [];
  if (!colour) throw new Error(`no colour for ${name}`);
  return colour;
}

/** Words on grounds, "word on ground". */
const WORDS_ON = [
  ...["ink", "ink-soft", "ink-faint", "accent", "danger", "good", "warn"].flatMap((word) => [
    `${word} on paper`,
    `${word} on surface`,
  ]),
  ...["ink-soft on sunken", "ink-faint on sunken", "accent on accent-soft", "accent-strong on accent-soft"],
  ...["good", "warn", "danger", "info"].map((tone) => `${tone} on ${tone}-soft`),
  ...["accent-ink on accent", "accent-ink on accent-strong", "danger-ink on danger", "seal-ink on seal"],
  ...["rail-ink on rail", "rail-soft on rail"],
];

describe("colours of the look", () => {
  it.each(WORDS_ON)("lets %s be read, light and dark", (pair) => {
    const [word = "", ground = ""] = pair.split(" on ");
    const [ink, paper] = [token(word), token(ground)];
    expect(contrast(ink.light, paper.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink.dark, paper.dark)).toBeGreaterThanOrEqual(4.5);
  });

  it("lets the edge of a field be seen", () => {
    for (const ground of ["paper", "surface"]) {
      expect(contrast(token("line-strong").light, token(ground).light)).toBeGreaterThanOrEqual(3);
      expect(contrast(token("line-strong").dark, token(ground).dark)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("colours of the sale states", () => {
  it.each(SALE_STATES)("lets the sign of %s be read", (name) => {
    expect(contrast(state(`${name}-ink`), state(name))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(VISIONS))("tells all nine apart with %s", (_, vision) => {
    const seen = SALE_STATES.map((name) => ({ name, colour: seenBy(vision, linear(state(name))) }));
    const alike = seen.flatMap((one, at) =>
      seen
        .slice(at + 1)
        .filter((other) => distance(one.colour, other.colour) < 0.07)
        .map((other) => [one.name, other.name]),
    );
    expect(alike).toEqual([]);
  });

  it("gives each a pattern of its own beside the colour, or none at all to one", () => {
    const rules = SALE_STATES.map(
      (name) => new RegExp(`\\.state-${name.toLowerCase()} \\{([^}]*)\\}`).exec(stateSheet)?.[1],
    );
    const patterns = rules.map((rule) => /(background-image|box-shadow):[^;]+/.exec(rule ?? "")?.[0] ?? "plain");
    expect(new Set(patterns).size).toBe(SALE_STATES.length);
  });
});
