import "./durable-postgres";
import "~/composition.server";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { cutConnections, killDatabase } from "../../scripts/programs/simulation/connections";
import { openHands } from "../../scripts/programs/simulation/hands";
import { simulate } from "../../scripts/programs/simulation/simulate";
import { productBuilt } from "../support/servers";
import { endPostgres, postgres } from "./durable-postgres";

beforeAll(() => productBuilt(), 600_000);
afterAll(async () => {
  await closeLive();
  await closeDb();
  await endPostgres();
});

it("plays an office whose processes and database are killed while commands run, and agrees with its model", async () => {
  const hands = openHands(join("build", "simulate.mjs"), 2);
  const cuts = {
    cut: () => cutConnections(postgres.url),
    "process killed": hands.kill,
    "database killed": () => killDatabase(postgres.url),
  };
  const { firstFailure, faults } = await simulate({ seed: 3, steps: 100, carry: hands.carry, cuts });
  hands.close();
  expect(firstFailure).toBeNull();
  expect(faults["process killed"]).toBeGreaterThan(0);
  expect(faults["database killed"]).toBeGreaterThan(0);
}, 300_000);
