import type { Role } from "~/domain/permission";

/** Posts of the office, as the trade calls them. */
export const role: Record<Role, string> = {
  RECEPTIONIST: "前台",
  CONSULTANT: "置业顾问",
  CONTROLLER: "销控",
  MANAGER: "案场经理",
  DIRECTOR: "营销总监",
  GM: "总经理",
  CASHIER: "出纳",
  ACCOUNTANT: "会计",
  FINANCE: "财务经理",
  CLERK: "签约文员",
  MORTGAGE: "按揭专员",
  PLANNER: "策划",
  SERVICE: "客服",
  ENGINEER: "工程",
  CHANNEL: "渠道",
  CONTRACTOR: "施工单位",
  PROPERTY: "物业",
  ANALYST: "数据分析",
  ADMIN: "系统管理员",
  BUYER: "业主",
};
