import { Halt } from "../halt.mjs";
import { optionsOf, runProgram } from "../program.mjs";

export async function main(args) {
  const text = { type: "string" };
  const { login, name, json = false } = optionsOf("admin", args, { login: text, name: text });
  if (!login || !name) throw new Halt("Say who it is: npm run admin -- --login L --name N");
  await runProgram("admin", { login, name, json });
}
