import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { measureBoard } from "./bench/board";
import { measureGrowth } from "./bench/growth";
import { measureHolds } from "./bench/holds";
import { measureImport } from "./bench/import";
import type { Row, Task } from "./bench/measure";
import { measurePages } from "./bench/pages";
import { measurePayments } from "./bench/payments";
import { measureRace } from "./bench/race";
import { measureReports } from "./bench/reports";
import { measureViewers } from "./bench/viewers";

// Run by `npm run bench` with a group and its task as JSON, on a database that it shares with the servers alone.

const GROUPS: Record<string, (task: Task) => Promise<Row[]>> = {
  holds: measureHolds,
  race: measureRace,
  board: measureBoard,
  viewers: measureViewers,
  payments: measurePayments,
  pages: measurePages,
  reports: measureReports,
  import: measureImport,
  growth: measureGrowth,
};

const [group = "", task = "{}"] = process.argv.slice(2);
try {
  console.log(JSON.stringify(await GROUPS[group]?.(JSON.parse(task) as Task)));
} finally {
  await closeLive();
  await closeDb();
}
