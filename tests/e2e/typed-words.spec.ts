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

/** Keeps a page's scripts back until it is told to let them go. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  let go = () => {};
  const told = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/*.js", (route) => told.then(() => route.continue()));
  return async () => {
    go();
    await expect(page.locator("dialog:modal")).toBeVisible();
  };
}

test("what is typed before the page's scripts run stays, and typing goes on where it was", async ({ browser }) => {
  const { page, customer } = await withCustomer(browser);
  await page.goto(`${customer}/edit`);
  await page.getByLabel("备注").fill("等年终奖");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("资料已保存。")).toBeVisible();

  const letGo = await withoutScripts(page);
  await page.goto(`${customer}/edit`, { waitUntil: "commit" });
  await page.getByLabel("姓名").fill("欧阳早");
  await page.getByLabel("备注").fill("先看");
  await letGo();
  await page.keyboard.insertText("样板房");
  await expect(page.getByLabel("备注")).toHaveValue("先看样板房");
  await expect(page.getByLabel("姓名")).toHaveValue("欧阳早");
});

test("a form that checks an entry brings no earlier words back", async ({ browser }) => {
  const { page, customer } = await withCustomer(browser);
  await page.goto(customer);
  await page.getByRole("link", { name: "记跟进" }).click();
  await page.getByLabel("内容").fill("第一稿");
  await page.getByLabel("下次跟进").focus();
  const letGo = await withoutScripts(page);
  await page.goto(`${customer}/contact`, { waitUntil: "commit" });
  await page.getByLabel("内容").fill("第二稿");
  await letGo();
  await expect(page.getByLabel("内容")).toHaveValue("第二稿");
  await expect(page.getByText("填写的内容已恢复")).toBeHidden();
});

test("what others change meanwhile leaves alone what is being typed", async ({ browser }) => {
  const page = await atOwnDesk(browser, "controller");
  await page.goto("/onsite/yunqi/board?view=table&state=AVAILABLE");
  const rows = page.getByRole("row");
  const other = await textOf(rows.nth(2).getByRole("button"));
  await rows.nth(1).getByRole("button").click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("link", { name: "销控", exact: true }).click();
  await drawer.getByLabel("原因").fill("留给员工");

  const colleague = await atOwnDesk(browser, "controller");
  await colleague.goto("/onsite/yunqi/board?view=table&state=AVAILABLE");
  await colleague.getByRole("button", { name: other, exact: true }).click();
  await colleague.getByRole("dialog").getByRole("link", { name: "销控", exact: true }).click();
  await colleague.getByRole("dialog").getByLabel("原因").fill("工程整改");
  await colleague.getByRole("dialog").getByRole("button", { name: "销控", exact: true }).click();
  await expect(page.locator("button", { hasText: new RegExp(`^${other}$`) })).toHaveCount(0);
  await expect(drawer.getByLabel("原因")).toHaveValue("留给员工");
  await expect(drawer.getByLabel("原因")).toBeFocused();
});
