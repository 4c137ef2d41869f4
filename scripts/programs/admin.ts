import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { makeAdministrator } from "~/features/accounts/make-administrator.server";
import { createUserForm } from "~/features/accounts/person-form";
import { textsFor } from "~/i18n/catalogue.server";
import { databaseNow } from "~/platform/clock.server";
import { closeDb } from "~/platform/db.server";

// Run by `npm run admin` with its task as JSON.
const task = z.object({ login: z.string(), name: z.string(), json: z.boolean() });

const { json, ...asked } = task.parse(JSON.parse(process.argv[2] ?? ""));
const who = createUserForm.omit({ key: true }).safeParse(asked);
try {
  if (!who.success) {
    console.error("A login has 2 to 40 small letters, figures, dots or dashes; a name has 1 to 40 characters.");
    process.exitCode = 1;
  } else {
    const made = await makeAdministrator(who.data, await databaseNow());
    console.log(json ? JSON.stringify(made) : `Administrator ${made.login}, password (shown once): ${made.password}`);
  }
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(textsFor("en").refusal(error.refusal));
  process.exitCode = 1;
} finally {
  await closeDb();
}
