import type { settingNote as zh } from "../zh-CN/setting-note";

export const settingNote: Record<keyof typeof zh, string> = {
  title: "Settings that act here",
  initial: "initial value",
  COMPANY: "company setting since {since:day}, by {by}",
  BRANCH: "branch setting since {since:day}, by {by}",
  PROJECT: "project setting since {since:day}, by {by}",
  COMPANY_SYSTEM: "company setting since {since:day}",
  BRANCH_SYSTEM: "branch setting since {since:day}",
  PROJECT_SYSTEM: "project setting since {since:day}",
};
