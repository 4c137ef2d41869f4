import { canTakeEffect } from "~/domain/price-list";
import { demand } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import { db, inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { announce, boardTopic } from "~/platform/live.server";
import type { PriceList } from "~/platform/prisma/client";
import { movePriceList } from "./price-list-state.server";
import { lockPhase } from "./units-to-price.server";

/** Lets every approved price list take effect whose time has come, phase by phase; for a job. Returns how many. */
export async function takeDuePriceLists(now: Date): Promise<number> {
  const due = await db.priceList.findMany({
    where: { status: "APPROVED", effectiveAt: { lte: now } },
    select: { phaseId: true, project: { select: { id: true, code: true, timeZone: true } } },
    distinct: ["phaseId"],
    orderBy: { phaseId: "asc" },
  });
  let taken = 0;
  for (const { phaseId, project } of due) {
    const { id: projectId, code: projectCode, timeZone } = project;
    const system: Acting = { actorId: null, projectId, projectCode, timeZone, requestId: newId(), now };
    const lists = await inTransaction(async (tx) => {
      await lockPhase(tx, system, phaseId);
      return takeEffect(tx, system, phaseId);
    });
    if (lists > 0) announce(boardTopic(projectId));
    taken += lists;
  }
  return taken;
}

/**
 * Lets the due lists of a locked phase take effect in the order of their times, so that the latest is in force in the
 * end, whoever comes first. Returns how many.
 */
export async function takeEffect(tx: Tx, by: Acting, phaseId: string): Promise<number> {
  const due = await tx.priceList.findMany({
    where: { phaseId, projectId: by.projectId, status: "APPROVED", effectiveAt: { lte: by.now } },
    orderBy: [{ effectiveAt: "asc" }, { versionNo: "asc" }],
  });
  for (const list of due) await putInForce(tx, by, list);
  return due.length;
}

async function putInForce(tx: Tx, by: Acting, list: PriceList): Promise<void> {
  demand(canTakeEffect(list.status, list.effectiveAt, by.now));
  const before = await tx.priceList.findFirst({ where: { phaseId: list.phaseId, status: "EFFECTIVE" } });
  if (before) await movePriceList(tx, by, before, { status: "SUPERSEDED", action: "price_list.superseded" });
  await movePriceList(tx, by, list, { status: "EFFECTIVE", action: "price_list.took_effect" });
  await writePrices(tx, list.id);
}

/** Units are locked by ascending id. What a deal agreed on is its own and stays. */
async function writePrices(tx: Tx, priceListId: string): Promise<void> {
  await tx.$executeRaw`
    WITH priced AS (
      SELECT u.id, l."listFen", l."floorFen" FROM "Unit" u
        JOIN "PriceListLine" l ON l."unitId" = u.id AND l."priceListId" = ${priceListId}::uuid
      ORDER BY u.id FOR UPDATE OF u)
    UPDATE "Unit" u SET "listFen" = p."listFen", "floorFen" = p."floorFen", "priceListId" = ${priceListId}::uuid,
      version = u.version + 1
    FROM priced p WHERE p.id = u.id`;
}
