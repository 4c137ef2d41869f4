import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const UNIT = ["tests/domain/**/*.test.{ts,tsx}", "tests/i18n/**/*.test.{ts,tsx}", "tests/ui/**/*.test.{ts,tsx}"];
const SCRIPTS = ["tests/scripts/**/*.test.ts"];

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    // Limits against hanging, wide enough for a busy machine; no test measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that needs a second try says so in its line.
    retry: process.env.CI ? 1 : 0,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: UNIT } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...UNIT, ...SCRIPTS, "tests/e2e/**"],
          globalSetup: ["tests/support/postgres-of-run.ts"],
          setupFiles: ["tests/support/database.ts"],
        },
      },
      { extends: true, test: { name: "scripts", include: SCRIPTS } },
    ],
  },
});
