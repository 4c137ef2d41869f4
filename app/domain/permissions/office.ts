import { type Row, roles } from "./role";

/** Marketing, reports, people and the system itself. */
export const OFFICE = {
  "campaign:read": { scope: roles("CONSULTANT MANAGER DIRECTOR GM PLANNER ANALYST") },
  "campaign:edit": { scope: roles("PLANNER") },
  "campaign:approve_budget": { scope: roles("DIRECTOR"), ask: roles("PLANNER") },
  "guide:read": {
    scope: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE",
    ),
  },
  "message:send": { own: roles("CONSULTANT"), scope: roles("MANAGER CLERK MORTGAGE SERVICE") },
  "message:send_bulk": { scope: roles("DIRECTOR"), ask: roles("PLANNER") },
  "club:manage": { scope: roles("PLANNER") },
  "club:redeem": { own: roles("BUYER") },
  "report:read": {
    own: roles("CONSULTANT"),
    scope: roles("CONTROLLER MANAGER DIRECTOR GM ACCOUNTANT FINANCE PLANNER ANALYST"),
  },
  "report:read_money": { scope: roles("MANAGER DIRECTOR GM ACCOUNTANT FINANCE MORTGAGE ANALYST") },
  "report:read_people": { own: roles("CONSULTANT"), scope: roles("MANAGER DIRECTOR GM ACCOUNTANT FINANCE ANALYST") },
  "report:read_service": { scope: roles("MANAGER DIRECTOR GM SERVICE ANALYST") },
  "report:export": { scope: roles("MANAGER DIRECTOR GM ACCOUNTANT FINANCE PLANNER ANALYST") },
  "staff:manage": { scope: roles("MANAGER DIRECTOR") },
  "task:manage": {
    own: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ENGINEER CHANNEL CONTRACTOR PROPERTY ANALYST ADMIN BUYER",
    ),
  },
  "user:read": { scope: roles("MANAGER ADMIN") },
  "user:create_or_disable": { scope: roles("ADMIN") },
  "user:grant": { scope: roles("ADMIN") },
  "session:manage": {
    own: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ENGINEER CHANNEL CONTRACTOR PROPERTY ANALYST BUYER",
    ),
    scope: roles("ADMIN"),
  },
  "setting:read": {
    scope: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ANALYST ADMIN",
    ),
  },
  "setting:change": { scope: roles("ADMIN") },
  "audit:read": { scope: roles("ADMIN") },
  "backup:run": { scope: roles("ADMIN") },
  "backup:restore": { scope: roles("ADMIN") },
  "api_token:issue": { scope: roles("ADMIN") },
  "job:manage": { scope: roles("ADMIN") },
} as const satisfies Record<string, Row>;
