/** How it stands with the backups, as every wing says it when something is wrong. */
export const backupHealth = {
  lastGood: "最近一次成功",
  look: "查看备份",
  none: "还没有一份备份：数据一旦损坏将无法恢复。",
  old: "最近一次成功的备份已超过一天半。",
  failed: "最近一次备份失败。",
  good: "备份正常",
} as const;
