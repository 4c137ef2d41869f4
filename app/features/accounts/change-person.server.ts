import { z } from "zod";
import type { CompanyCtx } from "~/platform/context.server";
import { disableUser, enableUser } from "./disable-user.server";
import { endGrant } from "./end-grant.server";
import { endUserSessions } from "./end-user-sessions.server";
import { resetPassword } from "./reset-password.server";

/** What the buttons of a person's page send. */
const change = z.discriminatedUnion("act", [
  z.object({ act: z.literal("end-grant"), grantId: z.uuid() }),
  z.object({ act: z.literal("reset-password") }),
  z.object({ act: z.literal("disable"), reason: z.string().trim().max(200).default("") }),
  z.object({ act: z.literal("enable"), reason: z.string().trim().max(200).default("") }),
  z.object({ act: z.literal("end-sessions") }),
]);

/** Carries out one button of a person's page; a reset returns the new password. Repeating any of them is harmless. */
export async function changePerson(ctx: CompanyCtx, userId: string, sent: FormData): Promise<{ password?: string }> {
  const asked = change.parse(Object.fromEntries(sent));
  switch (asked.act) {
    case "end-grant":
      await endGrant(ctx, { userId, grantId: asked.grantId });
      return {};
    case "reset-password":
      return resetPassword(ctx, { userId });
    case "disable":
      await disableUser(ctx, { userId, reason: asked.reason });
      return {};
    case "enable":
      await enableUser(ctx, { userId, reason: asked.reason });
      return {};
    case "end-sessions":
      await endUserSessions(ctx, { userId });
      return {};
  }
}
