import { closeDb, pool } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { measureBoard } from "./bench/board";
import { measureCockpit } from "./bench/cockpit";
import { measureHolds } from "./bench/holds";
import { measureImport } from "./bench/import";
import type { Row, Task } from "./bench/measure";
import { measurePayments } from "./bench/payments";
import { measureRace } from "./bench/race";

// Run by `npm run bench` with its task as JSON, on a database that it has for itself.

const GROUPS: Record<string, (task: Task) => Promise<Row[]>> = {
  holds: measureHolds,
  race: measureRace,
  board: measureBoard,
  payments: measurePayments,
  cockpit: measureCockpit,
  import: measureImport,
};

const task: Task = JSON.parse(process.argv[2] ?? "{}");
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (!task.groups.includes(name)) continue;
    console.error(`Measuring: ${name} …`);
    rows.push(...(await measure(task)));
  }
  const { rows: about } = await pool.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  console.log(JSON.stringify({ rows, postgres: about[0]?.version ?? "" }));
} finally {
  await closeLive();
  await closeDb();
}
