import { approvalOperations } from "./approvals.server";
import { customerOperations } from "./customers.server";
import { dealOperations } from "./deals.server";
import type { Operation } from "./operation.server";
import { paymentOperations } from "./payments.server";
import { projectOperations } from "./projects.server";
import { unitOperations } from "./units.server";

/** Everything that the interface can do; the board's two hot paths stand beside it, on Express alone. */
export const OPERATIONS: readonly Operation[] = [
  ...projectOperations,
  ...unitOperations,
  ...dealOperations,
  ...paymentOperations,
  ...customerOperations,
  ...approvalOperations,
];
