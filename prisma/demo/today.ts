import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { writeAbsence } from "./absence";
import { formOn, person, type Scene, subscribe } from "./deal-story";
import { at } from "./office";
import { arrive, completePapers } from "./visitor";

/** How far each of today's deals has come when the demo is opened: every desk finds something to do. */
export type Step = "HELD" | "DRAFTED" | "ASKED" | "CONFIRMED" | "SIGNED";

/** The state of an ordinary working day at this moment: holds that run, drafts that wait, homes withheld. */
export async function writeToday(scene: Scene, steps: readonly Step[]): Promise<void> {
  const { office, project, chance, clock } = scene;
  const free = await db.unit.findMany({
    where: { projectId: project.id, releaseState: "RELEASED", claims: { none: { endedAt: null } } },
    orderBy: { boardNo: "asc" },
  });
  const take = () => free.splice(chance.whole(0, free.length - 1), 1)[0];
  for (const [i, step] of steps.entries()) {
    const owner = office.consultants[i % office.consultants.length];
    const unit = take();
    if (!owner || !unit) return;
    const buyer = await arrive(scene, owner);
    await completePapers(scene, buyer);
    const hold = { key: newId(), unitId: unit.id, customerId: buyer.customerId, hours: chance.whole(2, 24) };
    const { dealId } = await placeHold(at(owner, project, clock()), { ...hold, reason: "客户考虑中" });
    if (step === "HELD") continue;
    await subscribe(scene, dealId, buyer, step === "ASKED");
    if (step === "DRAFTED" || step === "ASKED") continue;
    await confirmUnit(at(person(scene, "controller"), project, clock()), await formOn(dealId));
    if (step === "CONFIRMED") continue;
    await signSubscription(at(person(scene, "manager"), project, clock()), await formOn(dealId));
  }
  await writeAbsence(scene);
  for (const reason of ["样板间展示", "总部预留", "待核价"]) {
    const unit = take();
    if (!unit) return;
    const now = clock();
    const until = new Date(now.getTime() + chance.whole(5, 25) * 86_400_000).toISOString();
    await withholdUnit(at(person(scene, "controller"), project, now), {
      key: newId(),
      unitId: unit.id,
      version: unit.version,
      until,
      reason,
    });
  }
}
