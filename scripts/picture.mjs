import { run } from "./run.mjs";

const HELP = `
npm run picture: draws who imports whom, folder by folder, into ARCHITECTURE.md.

  --check   changes nothing; fails when the drawing is not what the code says
`;

run(HELP, () => import("./commands/picture.mjs"));
