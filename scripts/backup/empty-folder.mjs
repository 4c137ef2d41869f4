import { existsSync, readdirSync } from "node:fs";
import { Halt } from "../halt.mjs";

/** Files of an office are never mixed with those of a backup, nor taken away when it turns out to be broken. */
export function demandEmptyFolder(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Halt(`${folder} is not empty: restore into an empty place, by another LOUPAN_HOME.`);
}
