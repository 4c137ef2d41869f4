import { expect, type Page } from "@playwright/test";
import { textOf } from "./amounts";
import { BUYER, UNIT } from "./the-sale";

/** By phone and the code that the office's outbox shows. */
export async function signInByCode(buyer: Page, admin: Page, phone = BUYER.phone): Promise<void> {
  await buyer.goto("/sign-in?door=buyer");
  await buyer.getByLabel("手机号").fill(phone);
  await buyer.getByRole("button", { name: "获取验证码" }).click();
  await expect(buyer.getByLabel("短信验证码")).toBeVisible();
  await admin.goto(`/system/outbox?q=${phone}`);
  const message = await textOf(admin.getByText(/验证码 \d{6}/).first());
  await buyer.getByLabel("短信验证码").fill(/\d{6}/.exec(message)?.[0] ?? "");
  await buyer.getByRole("button", { name: "登录", exact: true }).click();
}

/** The same money, and every paper a PDF. */
export async function seeOwnHome(buyer: Page, { price, paid, left }: { price: string; paid: string; left: string }) {
  await expect(buyer.getByRole("heading", { level: 1, name: "我的房屋" })).toBeVisible();
  await buyer.getByRole("link").filter({ hasText: UNIT }).click();
  await expect(buyer.getByRole("heading", { level: 1 })).toContainText(UNIT);
  const page = buyer.getByRole("main");
  for (const amount of [price, paid, left]) await expect(page).toContainText(amount);
  const papers = page.locator('a[href*="/papers/"], a[href*="/receipts/"]');
  await expect(papers).toHaveCount(4);
  for (const paper of await papers.all()) {
    const file = await buyer.request.get((await paper.getAttribute("href")) ?? "");
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 4).toString()).toBe("%PDF");
  }
}
