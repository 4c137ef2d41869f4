import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "../child.mjs";
import { Halt } from "../halt.mjs";
import { ROOT } from "../root.mjs";

const PAGE = path.join(ROOT, "ARCHITECTURE.md");
const FOLDERS = "^app/(features/[^/]+|domain|ui|i18n|platform|api|routes)";
const BETWEEN = /(<!-- layers:begin -->\n)[\s\S]*(<!-- layers:end -->)/;

export async function main(args) {
  const page = readFileSync(PAGE, "utf8");
  const drawn = page.replace(BETWEEN, `$1\`\`\`mermaid\n${await draw()}\n\`\`\`\n$2`);
  if (!args.includes("--check")) writeFileSync(PAGE, drawn);
  else if (drawn !== page) throw new Halt("ARCHITECTURE.md does not show who imports whom now: run `npm run picture`.");
}

async function draw() {
  const { code, output } = await runNode(
    ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "app", "--config", ".dependency-cruiser.cjs"].concat([
      "--include-only",
      FOLDERS,
      "--collapse",
      FOLDERS,
      "--output-type",
      "mermaid",
    ]),
    { quiet: true },
  );
  if (code !== 0) throw new Halt(`dependency-cruiser could not draw:\n${output}`);
  return output.trim();
}
