import { run } from "./run.mjs";

const HELP = `
npm test: proves everything: types, lint, layers, unit and database tests on a real PostgreSQL, browser tests on the
built product. Installs what it needs. Its last line counts every test: N passed, N failed, N skipped

  --only NAMES   only some, separated by commas: types lint layers unit database scripts build browser
`;

run(HELP, () => import("./commands/test.mjs"));
