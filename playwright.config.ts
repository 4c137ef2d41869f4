import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const executablePath = await findChromium();
const asRoot = process.getuid?.() === 0;
// A test browser asks nobody outside for updates or variations.
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/support/product.ts",
  outputDir: "test-results",
  forbidOnly: true,
  workers: 1,
  // A test that needs a second try is named as flaky in the list.
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.LOUPAN_E2E_URL ?? "",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...QUIET, ...(asRoot ? ["--no-sandbox"] : [])],
    },
  },
});
