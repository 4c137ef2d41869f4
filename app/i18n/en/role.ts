import type { Role } from "~/domain/permission";

export const role: Record<Role, string> = {
  RECEPTIONIST: "Receptionist",
  CONSULTANT: "Consultant",
  CONTROLLER: "Inventory controller",
  MANAGER: "Sales manager",
  DIRECTOR: "Marketing director",
  GM: "General manager",
  CASHIER: "Cashier",
  ACCOUNTANT: "Accountant",
  FINANCE: "Finance manager",
  CLERK: "Contract clerk",
  MORTGAGE: "Mortgage clerk",
  PLANNER: "Planner",
  SERVICE: "Service agent",
  ENGINEER: "Engineer",
  CHANNEL: "Channel partner",
  CONTRACTOR: "Contractor",
  PROPERTY: "Property manager",
  ANALYST: "Analyst",
  ADMIN: "Administrator",
  BUYER: "Buyer",
};
