import { run } from "./run.mjs";

const HELP = `
npm run token -- --user U --name N: issues an API token that may do what its user may do, and prints it, once.

  --user U   the user's login
  --name N   what the token is for
  --days D   how long it counts; without it until it is revoked
  --json     print one JSON object: {"user", "tokenId", "token"}
`;

run(HELP, () => import("./commands/token.mjs"));
