import type * as zh from "../zh-CN/backup-health";

export const backupHealth: Record<keyof typeof zh.backupHealth, string> = {
  lastGood: "Last good backup",
  look: "Open backups",
  none: "There is no backup yet: if something were damaged, it could not be restored.",
  old: "The last good backup is more than 36 hours old.",
  failed: "The last backup failed.",
  good: "Backups are in order",
};
