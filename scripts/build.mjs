import { run } from "./run.mjs";

const HELP = `
npm run build: builds the product into build/. npm start does it when it is needed.
`;

run(HELP, () => import("./commands/build.mjs"));
