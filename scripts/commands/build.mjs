import { ensureInstalled } from "../installed.mjs";

export async function main() {
  await ensureInstalled();
  const { build } = await import("../built.mjs");
  await build();
}
