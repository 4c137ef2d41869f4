/** The system wing: people, settings, records, machinery. */
export const system = {
  people: "人员与授权",
  settings: "设置",
  audit: "审计日志",
  outbox: "发件箱",
  jobs: "作业",
  signIns: "登录记录",
  tokens: "API 令牌",
  health: "运行状况",
} as const;
