import { yuan } from "~/domain/money";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { NO_NEEDS, SOURCES } from "~/features/customers/needs";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type Buyer, person, type Scene } from "./deal-story";
import { address, idNumber, personName } from "./names";
import { at, type Person } from "./office";

/** Somebody walks in or calls, and the desk hands them to a consultant. */
export async function arrive(scene: Scene, owner: Person, phone?: string): Promise<Buyer> {
  const { chance, project, clock } = scene;
  const name = personName(chance);
  const budget = chance.whole(35, 95) * 10;
  const { customerId } = await registerVisitor(at(person(scene, "receptionist"), project, clock()), {
    key: newId(),
    name,
    phone: phone ?? `13${chance.whole(0, 9)}${chance.whole(10_000_000, 99_999_999)}`,
    source: chance.pick(SOURCES),
    contact: chance.happens(0.12) ? "CALL_IN" : "VISIT_FIRST",
    consultantId: owner.id,
    needs: {
      ...NO_NEEDS,
      purpose: chance.happens(0.8) ? "LIVE_IN" : "INVEST",
      firstHome: chance.happens(0.6),
      budgetMin: yuan(budget * 10_000),
      budgetMax: yuan((budget + 150) * 10_000),
      layout: chance.pick(["ROOMS_2", "ROOMS_3", "ROOMS_3", "ROOMS_4"] as const),
    },
    note: chance.pick(["", "看过样板间，对户型满意", "关注学区和地铁", "希望高楼层", "需与家人商量"]),
    confirmed: true,
  });
  return { customerId, name, owner };
}

/** The buyer's paper and address are entered, as a subscription needs them. */
export async function completePapers({ chance, project, clock }: Scene, buyer: Buyer): Promise<void> {
  const customer = await db.projectCustomer.findUniqueOrThrow({
    where: { id: buyer.customerId },
    select: { person: { select: { version: true } } },
  });
  await completeBuyer(at(buyer.owner, project, clock()), {
    ...{ key: newId(), customerId: buyer.customerId, version: customer.person.version, name: buyer.name },
    ...{ idKind: "ID_CARD", idNumber: idNumber(chance), birthday: "", address: address(chance) },
  });
}
