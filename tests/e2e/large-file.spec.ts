import { randomBytes } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";

const IMPORT = "/management/yunqi/import";
const WORDS = "文件超过 20 MB，请拆分后再导入";

test("a file of 50 MB is refused beside its field, before it is sent and where it is sent all the same", async ({
  browser,
}, testInfo) => {
  const large = testInfo.outputPath("all-prices.xlsx");
  writeFileSync(large, randomBytes(1024));
  truncateSync(large, 50 * 1024 * 1024);
  const page = await atOwnDesk(browser, "planner");

  await page.goto(IMPORT);
  const field = page.getByLabel("价格表文件");
  await field.setInputFiles(large);
  await expect(page.getByText(WORDS)).toBeVisible();
  await page.getByRole("button", { name: "读取文件" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(IMPORT);
  await field.setInputFiles("tests/samples/new-building.csv");
  await expect(page.getByText(WORDS)).toBeHidden();

  await field.evaluate((input) => input.closest("form")?.setAttribute("novalidate", ""));
  await field.setInputFiles(large);
  await page.getByRole("button", { name: "读取文件" }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
});
