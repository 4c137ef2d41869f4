import { ensureGenerated, generate } from "../generated.mjs";

export async function main(args) {
  await (args.includes("--if-stale") ? ensureGenerated() : generate());
}
