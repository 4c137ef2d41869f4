import { expect, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

test("a person whose period of retention is over is erased, and nothing but that is said afterwards", async ({
  browser,
}) => {
  const director = await atOwnDesk(browser, "director");
  await director.goto(`/onsite/${PROJECT}/customers?pool=due`);
  await expect(director.getByText("未成交客户资料保存期限")).toBeVisible();
  // The last one: other specs look at the first.
  const row = director
    .getByRole("row")
    .filter({ has: director.locator("a[href*='/customers/']") })
    .last();
  const name = ((await row.getByRole("link").first().textContent()) ?? "").trim();
  await row.getByRole("link").first().click();
  await expect(director.getByRole("heading", { level: 1 })).toContainText(name);
  const page = director.url();
  await director.getByRole("link", { name: "删除个人信息" }).click();
  const dialog = director.getByRole("dialog");
  await expect(dialog.getByText("保存期限已届满")).toBeVisible();
  await dialog.getByRole("button", { name: "立即删除" }).click();
  await expect(director.getByRole("heading", { level: 1, name: "已删除的客户" })).toBeVisible();
  await expect(director.getByText("保存期限已届满")).toBeVisible();
  await expect(director.getByText(name)).toHaveCount(0);
  await director.goto(page);
  await expect(director.getByRole("heading", { level: 1, name: "已删除的客户" })).toBeVisible();
  await director.goto(`/onsite/${PROJECT}/customers?q=${encodeURIComponent(name)}`);
  await expect(director.getByText("没有符合条件的客户")).toBeVisible();
});
