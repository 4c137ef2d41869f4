import { run } from "./run.mjs";

const HELP = `
npm run import -- FILE --project NAME: brings a price list (CSV in UTF-8 or GBK, XLSX, XLS) into a project. All of it or
nothing; the same file a second time changes nothing.

  --project NAME       the project's name or code; a new name becomes a new project
  --profile P          read the file by the mapping of this name, and remember it under the name
  --accept-good-rows   take the good rows of a file that also has bad ones
  --dry-run            say what would happen and write nothing
  --json               print one JSON object: {rows, imported, updated, unchanged, refused, warnings, totals}
`;

run(HELP, () => import("./commands/import.mjs"));
