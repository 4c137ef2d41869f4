import { expect, test } from "@playwright/test";

test("the product answers in a browser", async ({ page }) => {
  const response = await page.goto("/healthz");
  expect(response?.ok()).toBe(true);
});
