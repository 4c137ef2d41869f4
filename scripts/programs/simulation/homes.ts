import { db } from "~/platform/db.server";
import type { Model } from "./model";
import { type Office, START } from "./office";

export const FILED_FEN = 400_000_000;

/** More homes: so many on offer, and some beside them that prices and an opening have yet to bring there. */
export async function offerUnits(office: Office, model: Model, count: number): Promise<void> {
  for (let left = count; left > 0; left--) {
    const no = model.units.length + 1;
    await buildUnit(office, model, { listFen: 380_000_000 + (no % 10) * 1_000_000, permitted: true, released: true });
  }
  await buildUnit(office, model, { listFen: 385_000_000, permitted: true, released: false });
  await buildUnit(office, model, { listFen: 390_000_000, permitted: false, released: false });
  await buildUnit(office, model, { listFen: null, permitted: true, released: false });
}

type Built = { listFen: number | null; permitted: boolean; released: boolean };

async function buildUnit(office: Office, model: Model, { listFen, permitted, released }: Built): Promise<void> {
  const { project, buildingId, permitId } = office;
  const no = model.units.length + 1;
  const label = `1-${no}-01`;
  const floorFen = listFen === null ? null : 350_000_000;
  const { id, version } = await db.unit.create({
    data: {
      ...{ projectId: project.id, buildingId, permitId: permitted ? permitId : null, boardNo: no, createdAt: START },
      ...{ floorLabel: String(no), floorNo: no, number: "01", label },
      ...{ grossCentiares: 8_950, internalCentiares: 7_012, filedFen: BigInt(FILED_FEN) },
      ...{ listFen: listFen && BigInt(listFen), floorFen: floorFen && BigInt(floorFen) },
      ...(released && { releaseState: "RELEASED", releasedOn: new Date("2026-02-01") }),
    },
  });
  const prices = { filedFen: FILED_FEN, listFen, floorFen };
  model.units.push({ no, id, label, ...prices, permitted, released, version, withheldUntil: null });
}
