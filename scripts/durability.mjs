import { run } from "./run.mjs";

const HELP = `
npm run durability: ends the server and its database by kill -9 under write load, again and again, and counts what was
acknowledged and is not there. Then fills the disk and takes every connection, and sees that the server says so and
recovers. All on a durable database of its own in a temporary folder.

  --kills N          so many kills of the database and as many of the server (default: 50)
  --postgres DIR     on the PostgreSQL whose programs lie in DIR instead of the embedded one
  --control          with synchronous_commit=off: acknowledged writes must be lost, or the count proves nothing
  --json             print one JSON object: {ok, postgres, kills, acknowledged, lost, …}
`;

run(HELP, () => import("./commands/durability.mjs"));
