import { rolesConflict } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { hashPassword, initialPassword } from "./password.server";

export type MakeAdministrator = { login: string; name: string };

/**
 * Makes somebody an administrator of the company and returns a password that is shown once. For whoever stands at the
 * machine: the first administrator, or one who lost the password. Refuses `roles_conflict`.
 */
export async function makeAdministrator({ login, name }: MakeAdministrator, now: Date) {
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const user = await tx.user.upsert({
      where: { login },
      create: { login, name, passwordHash, createdAt: now },
      update: { passwordHash, disabledAt: null },
    });
    const held = await tx.grant.findMany({ where: { userId: user.id, endedAt: null } });
    demand(rolesConflict([...held.map(({ role }) => role), "ADMIN"]));
    if (!held.some(({ role, scope }) => role === "ADMIN" && scope === "COMPANY")) {
      await tx.grant.create({ data: { userId: user.id, role: "ADMIN", scope: "COMPANY", grantedAt: now } });
    }
    await tx.signInLock.deleteMany({ where: { name: login } });
    await tx.session.updateMany({ where: { userId: user.id, endedAt: null }, data: { endedAt: now } });
    const by = { actorId: null, requestId: newId(), now };
    await record(tx, by, { action: "user.made_administrator", subject: `user:${user.id}`, after: { login } });
    return { userId: user.id, login, password };
  });
}
