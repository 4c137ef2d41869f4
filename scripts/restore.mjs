import { run } from "./run.mjs";

const HELP = `
npm run restore -- FILE: restores a backup into an empty place (LOUPAN_HOME, or DATABASE_URL). A backup of an older
version is brought up to this one. On any fault nothing stays.

  --key-file PATH   opens an encrypted backup with the words in this file (or with BACKUP_KEY)
  --json            print one JSON object: {file, at, tables, rows, files, upgradedBy}
`;

run(HELP, () => import("./commands/restore.mjs"));
