import { checkDigit } from "~/domain/id-number";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { NO_NEEDS } from "~/features/customers/needs";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import type { Model } from "./model";
import type { Customer } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { type Over, who } from "./unit-moves";

/** Somebody walks in, whom a consultant then owns. The same name with the same phone is the same person. */
export function visit(scene: Scene, no: number, owner: number): Attempt {
  const { model } = scene;
  const consultant = actor(scene, "CONSULTANT", owner)();
  const name = `客户${no}`;
  const phone = `138${String(no).padStart(8, "0")}`;
  return attemptOf(scene, {
    says: `the receptionist registers visitor ${no} for consultant ${owner}`,
    ctx: actor(scene, "RECEPTIONIST", 0),
    input: {
      ...{ key: nextKey(scene), name, phone, source: "WALK_IN" as const, contact: "VISIT_FIRST" as const },
      ...{ consultantId: consultant.actorId, needs: NO_NEEDS, note: "", confirmed: true },
    },
    command: registerVisitor,
    expected: () => firstOf([model.customers.some((one) => one.phone === phone), "duplicate_forbidden"]),
    done: ({ customerId, personId }) => {
      const since = { ownedSince: model.now, followedAt: model.now };
      model.customers.push({
        no,
        id: customerId,
        personId,
        name,
        phone,
        owner,
        ...since,
        idNumber: null,
        personVersion: 1,
      });
      model.customers.sort((a, b) => a.no - b.no);
    },
  });
}

/** His paper is entered; a number belongs to one person. */
export function complete(scene: Scene, customer: Customer, idNumber: string, over: Over = {}): Attempt {
  const { model } = scene;
  const { no = customer.owner ?? 0, version = customer.personVersion } = over;
  return attemptOf(scene, {
    says: `${who("CONSULTANT", no)} enters ${idNumber} for customer ${customer.no}`,
    ctx: actor(scene, "CONSULTANT", no),
    input: {
      ...{ key: nextKey(scene), customerId: customer.id, version, name: customer.name },
      ...{ idKind: "ID_CARD" as const, idNumber, birthday: "", address: "滨海路 1 号" },
    },
    command: completeBuyer,
    expected: () =>
      firstOf(
        [idNumber.at(-1) !== checkDigit(idNumber.slice(0, 17)), "id_check_digit_wrong"],
        [no !== customer.owner, "not_found"],
        [bearerOf(model, idNumber, customer), "id_number_taken"],
        [version !== customer.personVersion, "stale_version"],
      ),
    done: () => {
      customer.idNumber = idNumber;
      customer.personVersion += 1;
    },
  });
}

function bearerOf({ customers }: Model, idNumber: string, but: Customer): boolean {
  return customers.some((one) => one !== but && one.idNumber === idNumber);
}

/** A number of its own for each customer, with its check digit or with another one. */
export function idNumberOf(no: number, right = true): string {
  const body = `440305${1950 + (no % 50)}0101${String(Math.floor(no / 50) + 1).padStart(3, "0")}`;
  const digit = checkDigit(body);
  return body + (right ? digit : digit === "0" ? "1" : "0");
}
