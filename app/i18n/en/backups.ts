import type { backups as zh } from "../zh-CN/backups";

export const backups: Record<keyof typeof zh, string> = {
  lead: "A complete copy of database and files as of one moment, made while the office works.",
  now: "Back up now",
  asked: "The backup has started; the table shows its progress.",
  made: "Backup complete.",
  plan: "Schedule",
  when: "When",
  daily: "Every day at {at}",
  never: "Not scheduled (BACKUP_AT=never)",
  kept: "Kept",
  newest: "The newest {count}",
  encrypted: "Encrypted",
  yes: "Yes",
  no: "No; set BACKUP_KEY to encrypt",
  folder: "Folder",
  restoreHint:
    "Keep copies on another machine. To restore: npm run restore -- FILE, only into an empty database; then check it with npm run verify.",
  noRuns: "No backups yet",
  begun: "Started",
  byHand: "Manual",
  byPlan: "Scheduled",
  size: "Size",
  rows: "Rows",
  file: "File",
};
