import { type Row, roles } from "./role";

/** Projects, prices, batches and units. */
export const INVENTORY = {
  "project:read": {
    own: roles("PROPERTY BUYER"),
    scope: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ENGINEER ANALYST ADMIN",
    ),
  },
  "project:set_up": { scope: roles("ADMIN") },
  "project:record_papers": { scope: roles("CLERK") },
  "price_list:read": { scope: roles("CONTROLLER MANAGER DIRECTOR GM ACCOUNTANT FINANCE PLANNER ANALYST") },
  "price_list:read_floor": { scope: roles("MANAGER DIRECTOR GM FINANCE PLANNER ANALYST") },
  "price_list:draft": { scope: roles("PLANNER") },
  "price_list:request_approval": { ask: roles("PLANNER") },
  "price_list:approve": { scope: roles("DIRECTOR") },
  "price_list:send_back": { scope: roles("DIRECTOR") },
  "price_list:withdraw": { scope: roles("PLANNER") },
  "price_list:revoke": { scope: roles("DIRECTOR") },
  "discount_scheme:publish": { scope: roles("DIRECTOR"), ask: roles("PLANNER") },
  "payment_plan:publish": { scope: roles("DIRECTOR"), ask: roles("PLANNER") },
  "release_batch:read": {
    scope: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ANALYST",
    ),
  },
  "release_batch:draft": { scope: roles("PLANNER") },
  "release_batch:request_release": { ask: roles("PLANNER") },
  "release_batch:approve": { scope: roles("DIRECTOR") },
  "release_batch:send_back": { scope: roles("DIRECTOR") },
  "release_batch:withdraw": { scope: roles("PLANNER") },
  "release_batch:cancel": { scope: roles("DIRECTOR") },
  "release_batch:release": { scope: roles("DIRECTOR") },
  "unit:read": {
    own: roles("PROPERTY BUYER"),
    scope: roles(
      "RECEPTIONIST CONSULTANT CONTROLLER MANAGER DIRECTOR GM CASHIER ACCOUNTANT FINANCE CLERK MORTGAGE PLANNER SERVICE ENGINEER ANALYST ADMIN",
    ),
  },
  "unit:edit": { scope: roles("PLANNER ADMIN") },
  "unit:quote": { own: roles("CONSULTANT BUYER"), scope: roles("CONTROLLER MANAGER") },
  "unit:join_waitlist": { own: roles("CONSULTANT BUYER"), scope: roles("CONTROLLER MANAGER") },
  "unit:create": { scope: roles("PLANNER ADMIN") },
  "unit:import_sold": { scope: roles("PLANNER ADMIN") },
  "unit:correct_opening_claim": { ask: roles("CONTROLLER") },
  "unit:pull_back": { scope: roles("DIRECTOR") },
  "unit:withhold": { scope: roles("CONTROLLER") },
  "unit:lift_withholding": { scope: roles("CONTROLLER") },
} as const satisfies Record<string, Row>;
