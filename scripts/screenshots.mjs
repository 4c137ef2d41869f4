import { run } from "./run.mjs";

const HELP = `
npm run screenshots: starts the demo on its own and takes the pictures of the README into docs/pictures.

  --url URL   takes them from a demo that already runs
`;

run(HELP, () => import("./commands/screenshots.mjs"));
