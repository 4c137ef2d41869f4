import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

it("keeps all parts of Remix at one version", () => {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const parts = Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) =>
    /^(@remix-run\/|remix$)/.test(name),
  );
  expect(parts.length).toBeGreaterThanOrEqual(5);
  expect(parts.filter(([, version]) => version !== dependencies.remix)).toEqual([]);
});
