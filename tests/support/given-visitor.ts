import { NO_NEEDS } from "~/features/customers/needs";
import type { RegisterVisitor } from "~/features/customers/register-visitor.server";
import { newId } from "~/platform/id.server";

let serial = 0;

/** A number of its own for every call: +86 137 and eight digits. */
export function givenPhone(): string {
  serial += 1;
  return `137${String(process.pid % 1000).padStart(3, "0")}${String(serial).padStart(5, "0")}`;
}

/** Somebody who walks in for the first time. */
export function givenVisit(over: Partial<RegisterVisitor> = {}): RegisterVisitor {
  return {
    key: newId(),
    name: `访客${newId().slice(-8)}`,
    phone: givenPhone(),
    source: "WALK_IN",
    contact: "VISIT_FIRST",
    consultantId: null,
    needs: NO_NEEDS,
    note: "",
    confirmed: false,
    ...over,
  };
}
