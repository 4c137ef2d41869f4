import { run } from "./run.mjs";

const HELP = `
npm run backup -- FILE: one consistent backup of database and files, while Loupan runs or not.

  --key-file PATH   encrypts with the words in this file (or with BACKUP_KEY)
  --keep N          FILE is a folder: writes loupan-<time>.backup into it and keeps the newest N
  --json            print one JSON object: {file, bytes, sha256, tables, rows, files}

Identity numbers and papers stay closed with the data keys: keep LOUPAN_HOME/secrets (or DATA_KEYS) apart from the backup.
`;

run(HELP, () => import("./commands/backup.mjs"));
