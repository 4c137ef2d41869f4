import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";

const STAMP = Date.now();

async function signedIn(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await page.locator('input[name="login"]').fill(login);
  await page.getByRole("textbox", { name: "密码" }).fill("loupan-demo");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/** The project that the first page of a wing stands on. */
function projectOf(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include("main").analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const unitsOn = (page: Page) => page.locator("main header p").first();

test("units that one person imports appear on the board that another has open", async ({ browser }) => {
  const planner = await signedIn(browser, "planner");
  const project = projectOf(planner);
  const controller = await signedIn(browser, "controller");
  await controller.goto(`/onsite/${project}/board`);
  await expect(controller.getByText("实时")).toBeVisible();
  await expect(controller.getByRole("application")).toBeVisible();
  expect(await violations(controller)).toEqual([]);
  const before = await unitsOn(controller).textContent();

  await planner.goto(`/management/${project}/import`);
  expect(await violations(planner)).toEqual([]);
  const rows = [
    "房号,建筑面积,套内面积,单价,总价,销售状况",
    `${STAMP}栋101,90.00,70.00,20000,1800000,在售`,
    `${STAMP}栋102,90.00,70.00,20000,1800000,内部保留`,
  ];
  const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await planner.locator('input[name="file"]').setInputFiles(file);
  await planner.getByRole("button", { name: "读取文件" }).click();
  await expect(planner.getByText("销售状态“内部保留”未定义")).toBeVisible();
  expect(await violations(planner)).toEqual([]);

  await planner.getByLabel("内部保留").selectOption({ label: "已认购" });
  await planner.getByRole("button", { name: "重新预览" }).click();
  await expect(planner.getByRole("heading", { name: "拒收的行" })).toBeHidden();
  await planner.getByRole("button", { name: "导入", exact: true }).click();
  await expect(planner.getByText("导入完成。")).toBeVisible();
  expect(await violations(planner)).toEqual([]);

  await expect(unitsOn(controller)).not.toHaveText(before ?? "");
  await controller.getByRole("button", { name: "表格" }).click();
  await expect(controller.getByRole("table")).toBeVisible();
  await controller.locator("main select").first().selectOption(`${STAMP}栋`);
  await expect(controller.getByRole("row")).toHaveCount(3);
  await expect(controller.getByRole("row").filter({ hasText: `${STAMP}栋102` })).toContainText("认购");
  expect(await violations(controller)).toEqual([]);

  await controller.getByRole("button", { name: `${STAMP}栋101` }).click();
  await expect(controller.getByRole("dialog")).toContainText("¥1,800,000.00");
  expect(await violations(controller)).toEqual([]);
  await controller.keyboard.press("Escape");
  await expect(controller.getByRole("dialog")).toBeHidden();
});

test("the board is walked by keyboard", async ({ browser }) => {
  const page = await signedIn(browser, "controller");
  await page.goto(`/onsite/${projectOf(page)}/board`);
  const board = page.getByRole("application");
  await board.focus();
  await page.keyboard.press("Home");
  const said = board.getByRole("status");
  await expect(said).not.toBeEmpty();
  const first = await said.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(said).not.toHaveText(first ?? "");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a board of thousands sends no rows of HTML and little script", async ({ browser }) => {
  const page = await signedIn(browser, "controller");
  const sizes: number[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith(".js")) return;
    const { responseBodySize } = await response.request().sizes();
    sizes.push(responseBodySize);
  });
  const answer = await page.goto(`/onsite/${projectOf(page)}/board`);
  expect((await answer?.text())?.length).toBeLessThan(120_000);
  await expect(page.getByText("实时")).toBeVisible();
  await page.waitForLoadState("load");
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});
