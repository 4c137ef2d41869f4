import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Line, openLine } from "./support/line";
import { atOwnDesk, enter } from "./support/people";

const BOARD = "/onsite/yunqi/board";
const FREE = `${BOARD}?view=table&state=AVAILABLE`;
const REASON = "工程整改";

const mark = (page: Page) => page.getByRole("main").getByRole("status").first();
const rows = (page: Page) => page.getByRole("row");

/** Takes the first home on offer off it, and answers which. */
async function withholdOne(controller: Page): Promise<string> {
  await controller.goto(FREE);
  const first = rows(controller).nth(1).getByRole("button");
  const unit = (await first.textContent()) ?? "";
  await first.click();
  const drawer = controller.getByRole("dialog");
  await drawer.getByRole("link", { name: "销控", exact: true }).click();
  await drawer.getByLabel("原因").fill(REASON);
  await drawer.getByRole("button", { name: "销控", exact: true }).click();
  await expect(drawer.getByText(REASON)).toBeVisible();
  return unit;
}

/** A window of a browser on the homes on offer, live. */
async function watching(page: Page, url = ""): Promise<Page> {
  await page.goto(url + FREE);
  await expect(mark(page)).toHaveText("实时");
  return page;
}

const home = (page: Page, unit: string) => page.getByRole("button", { name: unit, exact: true });

async function throughLine(browser: Browser, work: (line: Line, page: Page, controller: Page) => Promise<void>) {
  const line = await openLine(test.info().project.use.baseURL ?? process.env.LOUPAN_E2E_URL ?? "");
  const context = await browser.newContext({ baseURL: line.url });
  await enter(context, "consultant");
  try {
    await work(line, await watching(await context.newPage()), await atOwnDesk(browser, "controller"));
  } finally {
    await context.close();
    await line.close();
  }
}

test("a change shows in every open window of every browser", async ({ browser }) => {
  const one = await watching(await atOwnDesk(browser, "consultant"));
  const windows = [one, await watching(await one.context().newPage()), await watching(await one.context().newPage())];
  windows.push(await watching(await atOwnDesk(browser, "manager")));
  const controller = await atOwnDesk(browser, "controller");
  const unit = await withholdOne(controller);
  for (const page of windows) await expect(home(page, unit)).toBeHidden();

  // The window that held the connection goes; the others go on.
  await one.close();
  const next = await withholdOne(controller);
  for (const page of windows.slice(1)) await expect(home(page, next)).toBeHidden();
});

test("a browser without network says so in every window, and shows what it missed when it is back", async ({
  browser,
}) => {
  const one = await watching(await atOwnDesk(browser, "consultant"));
  const other = await watching(await one.context().newPage());
  const controller = await atOwnDesk(browser, "controller");
  await one.context().setOffline(true);
  for (const page of [one, other]) await expect(mark(page)).toHaveText(/^自 \d\d:\d\d 起离线，房态可能已变；正在重连$/);
  const unit = await withholdOne(controller);
  await expect(home(one, unit)).toBeVisible();
  await one.context().setOffline(false);
  for (const page of [one, other]) {
    await expect(mark(page)).toHaveText("实时");
    await expect(home(page, unit)).toBeHidden();
  }
});

test("a line that is cut is taken up where it broke", async ({ browser }) => {
  await throughLine(browser, async (line, page, controller) => {
    line.cut();
    await expect(mark(page)).toContainText("离线");
    const units = [await withholdOne(controller), await withholdOne(controller)];
    for (const unit of units) await expect(home(page, unit)).toBeVisible();
    line.heal();
    await expect(mark(page)).toHaveText("实时");
    for (const unit of units) await expect(home(page, unit)).toBeHidden();
  });
});

test("a line that falls silent is noticed, though nobody hangs up", async ({ browser }) => {
  await throughLine(browser, async (line, page, controller) => {
    line.silence();
    const unit = await withholdOne(controller);
    await expect(mark(page)).toContainText("离线", { timeout: 60_000 });
    await expect(home(page, unit)).toBeVisible();
    line.heal();
    await expect(mark(page)).toHaveText("实时");
    await expect(home(page, unit)).toBeHidden();
  });
});

test("a session that ended meanwhile leads to the door and back", async ({ browser }) => {
  await throughLine(browser, async (line, page) => {
    line.cut();
    await expect(mark(page)).toContainText("离线");
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    line.heal();
    await expect(mark(page)).toContainText("登录已失效");
    await page.context().addCookies(cookies.filter(({ name }) => name === "locale"));
    await mark(page).getByRole("link", { name: "重新登录" }).click();
    await expect(page).toHaveURL(/\/sign-in\?/);
    await page.locator('input[name="login"]').fill("consultant");
    await page.getByRole("textbox", { name: "密码" }).fill("loupan-demo");
    await page.keyboard.press("Enter");
    await expect(mark(page)).toHaveText("实时");
  });
});

test("a home that is opened without network waits for it", async ({ browser }) => {
  await throughLine(browser, async (line, page) => {
    line.cut();
    await expect(mark(page)).toContainText("离线");
    const first = rows(page).nth(1).getByRole("button");
    const unit = (await first.textContent()) ?? "";
    await first.click();
    await expect(page.getByRole("alert")).toContainText("连不上服务器");
    line.heal();
    await expect(page.getByRole("dialog").getByRole("heading", { name: unit })).toBeVisible();
  });
});
