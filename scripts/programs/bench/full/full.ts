import { pool } from "~/platform/db.server";
import { INVARIANTS } from "../../verify/invariants";
import { type Office, officeOf, sizeOf } from "./office";

/** Deals at 10 000, 100 000 and 1 000 000 ledger entries; the last is full size. */
const STAGES = [150, 1_500, 15_000];
const SMALL = [150, 300, 600];

export type FullOffice = Office & { entries: string };

export function stagesOf(quick: boolean): readonly number[] {
  return quick ? SMALL : STAGES;
}

/** The office at full size, on which the product's own checks find nothing wrong. */
export async function fullOffice(quick: boolean): Promise<FullOffice> {
  return officeAt(stagesOf(quick).at(-1) ?? 0);
}

export async function officeAt(deals: number): Promise<FullOffice> {
  const before = (await officeOf(0)).deals;
  const office = await officeOf(deals);
  if (before < deals) await demandConsistent();
  return { ...office, entries: sizeOf(deals).entries.toLocaleString("en-US").replaceAll(",", " ") };
}

/** Every rule that `npm run verify` asks of a database. */
async function demandConsistent(): Promise<void> {
  for (const { name, violations } of INVARIANTS) {
    const { rows } = await pool.query<unknown[]>({ text: violations, rowMode: "array" });
    if (rows.length > 0) throw new Error(`what was generated breaks a rule: ${name}: ${rows.slice(0, 3).join(", ")}`);
  }
}
