import { mayTry, oneMoreTry } from "~/domain/lock-out";
import { demand } from "~/domain/refusal";
import { inTransaction } from "~/platform/db.server";
import type { SignInLock } from "~/platform/prisma/client";

/** Takes one try at a name, or refuses `locked_out`. Whoever then succeeds gives all tries back. */
export async function takeTry(name: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "SignInLock" (name, failures, "lastAt") VALUES (${name}, 0, ${now}) ON CONFLICT DO NOTHING`;
    const [tries = null] = await tx.$queryRaw<SignInLock[]>`
      SELECT * FROM "SignInLock" WHERE name = ${name} FOR UPDATE`;
    demand(mayTry(tries, now));
    await tx.signInLock.update({ where: { name }, data: oneMoreTry(tries, now) });
  });
}
