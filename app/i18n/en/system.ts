export const system = {
  people: "People and grants",
  settings: "Settings",
  audit: "Audit trail",
  outbox: "Outbox",
  jobs: "Jobs",
  signIns: "Sign-ins",
  tokens: "API tokens",
  health: "Health",
} as const;
