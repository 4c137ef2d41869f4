import { type Browser, expect, type Page, test } from "@playwright/test";
import { textOf } from "./support/amounts";
import { atOwnDesk, PASSWORD } from "./support/people";

const CUSTOMER = 'main a[href*="/customers/0"]';

/** A consultant with one of their customers on the screen; answers the customer's address. */
async function withCustomer(browser: Browser): Promise<{ page: Page; customer: string }> {
  const page = await atOwnDesk(browser, "consultant");
  await page.goto("/onsite/yunqi/customers");
  const customer = (await page.locator(CUSTOMER).first().getAttribute("href")) ?? "";
  return { page, customer };
}

test("of two tabs that change one customer the later sees both, and loses nothing", async ({ browser }) => {
  const { page, customer } = await withCustomer(browser);
  const second = await page.context().newPage();
  for (const tab of [page, second]) await tab.goto(`${customer}/edit`);
  await page.getByLabel("备注").fill("客户偏好高楼层");
  await second.getByLabel("备注").fill("客户偏好低楼层");
  await second.getByRole("button", { name: "保存" }).click();
  await expect(second.getByText("资料已保存。")).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  const both = page.getByRole("row").filter({ hasText: "备注" });
  await expect(both).toContainText("客户偏好低楼层");
  await expect(both).toContainText("客户偏好高楼层");
  await expect(page.getByLabel("备注")).toHaveValue("客户偏好高楼层");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("资料已保存。")).toBeVisible();
});

test("what was typed is back after a session that ended in the middle of a form", async ({ browser }) => {
  const { page, customer } = await withCustomer(browser);
  await page.goto(`${customer}/contact`);
  await page.getByLabel("内容").fill("周末带家人再来看样板房");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByLabel("用户名").fill("consultant");
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByLabel("内容")).toHaveValue("周末带家人再来看样板房");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已记录跟进。")).toBeVisible();
  await expect(page.getByText("周末带家人再来看样板房")).toHaveCount(1);
});

test("the way back after sending sends nothing again", async ({ browser }) => {
  const { page, customer } = await withCustomer(browser);
  await page.goto(customer);
  const name = await textOf(page.getByRole("heading", { level: 1 }));
  await page.getByRole("link", { name: "记跟进" }).click();
  await page.getByLabel("内容").fill("已发送户型图");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已记录跟进。")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goto(customer);
  await expect(page.getByText("已发送户型图")).toHaveCount(1);
});
