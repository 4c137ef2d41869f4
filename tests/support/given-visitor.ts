import { checkDigit } from "~/domain/id-number";
import type { CompleteBuyer } from "~/features/customers/complete-buyer.server";
import type { EditCustomer } from "~/features/customers/edit-customer.server";
import { NO_NEEDS } from "~/features/customers/needs";
import type { RecordInteraction } from "~/features/customers/record-interaction.server";
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

/** A change that touches every field; the stored versions are the first. */
export function givenEdit(over: Partial<EditCustomer> & { customerId: string }): EditCustomer {
  return {
    key: newId(),
    version: 1,
    personVersion: 1,
    name: "改名",
    phone: givenPhone(),
    grade: "A",
    stage: "INTERESTED",
    source: "REFERRAL",
    needs: { ...NO_NEEDS, purpose: "LIVE_IN", budgetMin: 300_000_000, budgetMax: 400_000_000, floor: "高楼层" },
    note: "很有意向",
    confirmed: false,
    ...over,
  };
}

/** A buyer with an identity card; every call has a card of its own. */
export function givenBuyer(over: Partial<CompleteBuyer> & { customerId: string }): CompleteBuyer {
  serial += 1;
  return {
    key: newId(),
    version: 1,
    name: "改名",
    idKind: "ID_CARD",
    idNumber: givenIdNumber(serial),
    birthday: "",
    address: "长安街 1 号",
    ...over,
  };
}

/** A valid card of somebody born on 31 December 1949. */
export function givenIdNumber(at: number): string {
  const [region, order] = [440_000 + (process.pid % 1000), String(at % 1000).padStart(3, "0")];
  const first = `${region}19491231${order}`;
  return first + checkDigit(first);
}

export function givenContact(over: Partial<RecordInteraction> & { customerId: string }): RecordInteraction {
  return { key: newId(), contact: "CALL_OUT", reached: true, text: "有意向", nextOn: "", servedById: null, ...over };
}
