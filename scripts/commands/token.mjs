import { Halt } from "../halt.mjs";
import { optionsOf, runProgram } from "../program.mjs";

export async function main(args) {
  const text = { type: "string" };
  const { user, name, days, json = false } = optionsOf("token", args, { user: text, name: text, days: text });
  if (!user || !name) throw new Halt("Say for whom and what for: npm run token -- --user U --name N");
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days)) throw new Halt("--days is a whole number of days.");
  await runProgram("token", { user, name, days: days ? Number(days) : null, json });
}
