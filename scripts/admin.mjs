import { run } from "./run.mjs";

const HELP = `
npm run admin -- --login L --name N: makes an administrator and prints a password, once. In production this is the way to
the first sign-in; for a login that exists it sets a new password.

  --login L   what to type at the door: small letters, figures, dots, dashes
  --name N    the person's name
  --json      print one JSON object: {"userId", "login", "password"}
`;

run(HELP, () => import("./commands/admin.mjs"));
