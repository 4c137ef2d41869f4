import { randomInt } from "node:crypto";
import { hashOf } from "~/platform/credential.server";
import { db, inTransaction } from "~/platform/db.server";
import type { Origin } from "~/platform/origin.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import { countUse } from "~/platform/rate-limit.server";

/** How long a code counts. */
export const CODE_MINUTES = 5;
const PER_ADDRESS = { times: 20, seconds: 600 };
const PER_PHONE = { times: 3, seconds: 300 };

/**
 * Makes a code for a phone (E.164) and sends it, when a buyer has that phone. A phone that nobody has gets a code that
 * is never sent, so that nothing of what follows tells the two apart. Refuses `rate_limited`.
 */
export async function requestCode(phone: string, locale: "zh-CN" | "en", origin: Origin, now: Date): Promise<void> {
  await countUse(`code:address:${origin.ip}`, PER_ADDRESS);
  await countUse(`code:phone:${phone}`, PER_PHONE);
  const personId = await findBuyer(phone);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  await inTransaction(async (tx) => {
    // The newest code is the one that counts.
    await tx.oneTimeCode.updateMany({ where: { phone, usedAt: null }, data: { usedAt: now } });
    const { id } = await tx.oneTimeCode.create({
      data: { phone, codeHash: codeHash(phone, code), createdAt: now, expiresAt: minutesAfter(now, CODE_MINUTES) },
    });
    if (!personId) return;
    const says = { code, minutes: CODE_MINUTES };
    const to = { personId, phone };
    const effectKey = `code:${id}`;
    await putIntoOutbox(tx, { effectKey, kind: "ONE_TIME_CODE", says, to, projectId: null, locale, now });
  });
}

/** Of several people with one phone, whoever signed in before, else the one whose own phone it is. */
export async function findBuyer(phone: string): Promise<string | null> {
  const found = await db.personPhone.findMany({
    where: { e164: phone, person: { erasedAt: null } },
    select: { primary: true, personId: true, person: { select: { user: { select: { id: true } } } } },
    orderBy: { id: "asc" },
  });
  const first = found.find(({ person }) => person.user) ?? found.find(({ primary }) => primary) ?? found[0];
  return first?.personId ?? null;
}

/** Keyed, and bound to its phone. */
export function codeHash(phone: string, code: string): string {
  return hashOf(`${phone}:${code}`);
}

function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}
