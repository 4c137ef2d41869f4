import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt.mjs";
import { completed } from "../lock-file.mjs";
import { ROOT } from "../root.mjs";

export function main(args) {
  const file = join(ROOT, "package-lock.json");
  const { lock, added, addresses } = completed(JSON.parse(readFileSync(file, "utf8")));
  if (args.includes("--check")) {
    if (added.length + addresses.length === 0) return;
    throw new Halt(`package-lock.json lacks ${[...added, ...addresses].join(", ")}: run npm run lock and commit it.`);
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${added.length} packages added, ${addresses.length} addresses removed.`);
}
