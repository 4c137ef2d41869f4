import { closeDb } from "./db.server";
import { startJobs, stopJobs } from "./jobs.server";
import { closeLive } from "./live.server";
import { tidyWhenQuiet } from "./quiet-memory.server";
import { startRepeated, stopRepeated } from "./repeated.server";
import { closeOnExit } from "./shutdown.server";

/** Begins everything that runs beside the requests, and has it end with the process, before what it needs. */
export async function startBackground(): Promise<void> {
  closeOnExit("database", closeDb);
  closeOnExit("live", closeLive);
  closeOnExit("jobs", stopJobs);
  closeOnExit("repeated", stopRepeated);
  closeOnExit("quiet memory", tidyWhenQuiet());
  await startJobs();
  startRepeated();
}
