import { sealAudit } from "~/platform/audit-chain.server";
import { insist, inTransaction } from "~/platform/db.server";
import { Chance } from "../../../prisma/demo/chance";
import { runChecks } from "../verify/run-checks";
import { differences } from "./agreement";
import { complete, idNumberOf, visit } from "./desk-moves";
import { type Carry, carryHere } from "./hands";
import { offerUnits } from "./homes";
import type { Model } from "./model";
import { CAPPED, type Office, openOffice } from "./office";
import { Memory, play } from "./play";
import { type Commands, REPLACEABLE, type Scene } from "./scene";
import { type Cut, type Delayed, type Fault, OPEN, openUnits, stepOf } from "./step";

export type Failure = { step: number; said: string; wrong: string[] };
export type Report = {
  ok: boolean;
  seed: number;
  /** How many were played. */
  steps: number;
  faults: Partial<Record<Fault, number>>;
  firstFailure: Failure | null;
};

type Options = {
  seed: number;
  steps: number;
  /** How each kind of breaking off is done; one that is missing does not happen. */
  cuts?: Partial<Record<Cut, () => Promise<void>>>;
  /** Who carries out what people ask; this process by itself when nobody else does. */
  carry?: Carry;
  /** After so many steps every invariant is checked. */
  every?: number;
  commands?: Partial<Commands>;
};
type Play = { office: Office; model: Model; memory: Memory; delayed: Delayed; options: Options; history: string[] };

/** Plays a random working day of an office on the database in use, until a step shows something wrong. */
export async function simulate(options: Options): Promise<Report & { history: string[] }> {
  const { seed, steps } = options;
  const opened = await openOffice();
  const day: Play = { ...opened, memory: new Memory(), delayed: [], options, history: [] };
  const faults: Report["faults"] = {};
  const report = (step: number, firstFailure: Failure | null) => {
    return { ok: firstFailure === null, seed, steps: step, faults, firstFailure, history: day.history };
  };
  const firstWrong = await openDoors(day);
  if (firstWrong.length > 0) return report(0, { step: 0, said: "the first customers come", wrong: firstWrong });
  for (let step = 1; step <= steps; step++) {
    const { said, wrong, fault } = await playStep(day, step);
    if (fault) faults[fault] = (faults[fault] ?? 0) + 1;
    if (wrong.length > 0) return report(step, { step, said, wrong });
  }
  return report(steps, null);
}

function sceneOf({ office, model, options }: Play, step: number): Scene {
  const { seed, commands, carry = carryHere } = options;
  const chance = new Chance(seed * 1_000_003 + step * 7_919);
  return { office, model, seed, step, chance, keys: 0, carry, commands: { ...REPLACEABLE, ...commands } };
}

/** So many more than one for each consultant: whose customer they are changes. */
const WANDERING = 3;

/** Every consultant gets a customer who can buy. */
async function openDoors(day: Play): Promise<string[]> {
  const scene = sceneOf(day, 0);
  const owners = Array.from({ length: CAPPED + 1 + WANDERING }, (_, no) => no);
  const visits = await play(
    day.memory,
    owners.map((no) => visit(scene, no + 1, no % (CAPPED + 1))),
  );
  if (visits.length > 0) return visits;
  return play(
    day.memory,
    day.model.customers.map((customer) => complete(scene, customer, idNumberOf(customer.no))),
  );
}

async function playStep(day: Play, step: number): Promise<{ said: string; wrong: string[]; fault?: Fault }> {
  const { model, office, memory, options } = day;
  const scene = sceneOf(day, step);
  const open = openUnits(model);
  const sold = open.filter((unit) => model.claimOn(unit)?.stage === "CONTRACTED").length;
  if (open.length < OPEN || sold > OPEN / 2) await offerUnits(office, model, OPEN / 2);
  const { says, attempts, after, fault, cut: kind } = stepOf(scene, memory, day.delayed);
  const cut = kind && options.cuts?.[kind];
  day.history.push(`${step}. ${says}`);
  const wrong = await play(memory, attempts, cut);
  for (const then of after ?? []) if (wrong.length === 0) wrong.push(...(await play(memory, then())));
  if (wrong.length === 0) wrong.push(...(await compare(day, step)));
  return { said: says, wrong, ...(fault && (!kind || cut) && { fault }) };
}

/** Model and database, and now and then the whole of both. */
async function compare({ office, model, options }: Play, step: number): Promise<string[]> {
  const { every = 50, steps } = options;
  const whole = step % every === 0 || step === steps;
  const different = await insist(() => differences(office, model, whole));
  if (!whole || different.length > 0) return different;
  await inTransaction(sealAudit);
  const checks = await runChecks();
  return checks
    .filter(({ ok }) => !ok)
    .map(({ name, count, detail }) => `${name}: ${count} (${detail.replaceAll("\n", ", ")})`);
}
