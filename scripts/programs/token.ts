import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { issueTokenFor } from "~/features/accounts/issue-api-token.server";
import { textsFor } from "~/i18n/catalogue.server";
import { databaseNow } from "~/platform/clock.server";
import { closeDb } from "~/platform/db.server";

// Run by `npm run token` with its task as JSON.
const task = z.object({ user: z.string(), name: z.string(), days: z.number().nullable(), json: z.boolean() });

const { user, name, days, json } = task.parse(JSON.parse(process.argv[2] ?? ""));
try {
  const made = await issueTokenFor({ login: user.trim().toLowerCase(), name, days }, await databaseNow());
  console.log(json ? JSON.stringify(made) : made.token);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(`${user}: ${textsFor("en").refusal(error.refusal)}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
