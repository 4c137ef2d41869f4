import { expect, type Page, test } from "@playwright/test";
import { lookHere } from "./support/look";
import { atOwnDesk } from "./support/people";

const BOARD = "/onsite/yunqi/board";

const board = (page: Page) => page.getByRole("application");
const tray = (page: Page) => page.getByRole("region", { name: "房源比较" });

/** The board, drawn. */
async function openBoard(page: Page, query = ""): Promise<void> {
  await page.goto(`${BOARD}${query}`);
  await expect(page.getByText("实时")).toBeVisible();
  await expect(board(page)).toBeVisible();
}

test("units are chosen by keyboard, compared side by side, and the comparison is passed on", async ({ browser }) => {
  const page = await atOwnDesk(browser, "controller");
  await openBoard(page, "?state=AVAILABLE");
  await board(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(tray(page)).toContainText("已选 1 套");
  await expect(tray(page).getByRole("button", { name: "并排比较" })).toBeDisabled();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(tray(page)).toContainText("已选 2 套");
  await tray(page).getByRole("button", { name: "并排比较" }).click();

  const table = page.getByRole("dialog").getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await expect(table.getByRole("row", { name: /比最低价高/ })).toContainText("最低");
  await lookHere(page);

  // Somebody else opens the same address; of a unit that is not of this project nothing is known.
  const address = new URL(page.url());
  address.searchParams.set("compare", `${address.searchParams.get("compare")},0190f3a0-0000-7000-8000-000000000000`);
  const colleague = await atOwnDesk(browser, "consultant");
  await colleague.goto(address.pathname + address.search);
  const shared = colleague.getByRole("dialog");
  await expect(shared.getByRole("columnheader")).toHaveCount(2);
  await expect(shared).toContainText("有 1 套不在本楼盘");
  await shared.getByRole("link", { name: "置业计划书" }).first().click();
  await expect(colleague).toHaveURL(/\/units\/[0-9a-f-]{36}\/quote$/);

  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).not.toHaveURL(/compare/);
});

test("units are chosen by thumb, four at most", async ({ browser }) => {
  const page = await atOwnDesk(browser, "controller");
  await openBoard(page);
  await page.getByRole("button", { name: "比较", exact: true }).click();
  await expect(tray(page)).toContainText("已选 0 套");
  for (const y of [72, 108, 144, 180, 216]) await board(page).click({ position: { x: 100, y } });
  await expect(tray(page)).toContainText("已选 4 套，最多 4 套");
  await tray(page).getByRole("button", { name: /移出/ }).first().click();
  await expect(tray(page)).toContainText("已选 3 套");
  await lookHere(page);
  await tray(page).getByRole("button", { name: "取消" }).click();
  await expect(tray(page)).toBeHidden();
});

test("a lens colours the board by what the server knows, says what its colours mean, and is said of each unit", async ({
  browser,
}) => {
  const page = await atOwnDesk(browser, "manager");
  await openBoard(page);
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/board/lens/") && asked.push(request.url()));
  await page.getByLabel("着色").selectOption({ label: "在售天数" });
  await expect(page).toHaveURL(/lens=days/);
  const key = page.getByRole("region", { name: /在售天数/ });
  await expect(key.getByRole("listitem").first()).toContainText(/30 天以内\s*\d+ 套/);
  await board(page).focus();
  await page.keyboard.press("Home");
  await expect(board(page).getByRole("status")).toContainText(/在售 \d+ 天/);
  await lookHere(page);
  await page.getByLabel("着色").selectOption({ label: "经办人" });
  await expect(page.getByRole("region", { name: /谁预留/ }).getByRole("listitem")).not.toHaveCount(0);
  expect(asked.map((url) => url.split("/").at(-1))).toEqual(["days", "consultant"]);
});

test("whoever reads no deals has neither the lenses of deals nor their data", async ({ browser }) => {
  const page = await atOwnDesk(browser, "planner");
  await openBoard(page, "?lens=depth");
  await expect(page.getByLabel("着色").getByRole("option")).toHaveText(["状态", "单价", "在售天数"]);
  await expect(page.getByLabel("着色")).toHaveValue("state");
  for (const [lens, status] of [
    ["days", 200],
    ["depth", 403],
    ["consultant", 403],
    ["floor", 404],
  ] as const)
    expect((await page.request.get(`${BOARD}/lens/${lens}`)).status(), lens).toBe(status);
});

test("the wall shows the board live, one building after the other, without names and prices, until Esc", async ({
  browser,
}) => {
  const wall = await atOwnDesk(browser, "consultant");
  await openBoard(wall);
  await wall.getByRole("link", { name: "大屏" }).click();
  await expect(wall).toHaveURL(/\/board\/wall$/);
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("云栖湾");
  const picture = wall.getByRole("img", { name: /^1栋/ });
  await expect(picture).toBeVisible();
  await wall.keyboard.press("Space");
  await expect(wall.getByText("已停在此楼")).toBeVisible();
  await expect(wall.getByRole("main")).not.toContainText(/[¥万亿㎡]/);

  const controller = await atOwnDesk(browser, "controller");
  await controller.goto(`${BOARD}?view=table&state=AVAILABLE&building=1栋`);
  const free = Number(/可售 (\d+)/.exec((await picture.getAttribute("aria-label")) ?? "")?.[1]);
  await controller.getByRole("row").nth(1).getByRole("button").click();
  const drawer = controller.getByRole("dialog");
  await drawer.getByRole("link", { name: "销控", exact: true }).click();
  await drawer.getByLabel("销控原因").fill("样板间");
  await drawer.getByRole("button", { name: "销控", exact: true }).click();
  await expect(drawer.getByText("样板间").first()).toBeVisible();
  await expect(wall.getByRole("img", { name: `1栋, 可售 ${free - 1}` })).toBeVisible();

  await wall.keyboard.press("ArrowRight");
  await expect(wall.getByRole("img", { name: /^2栋/ })).toBeVisible();
  await wall.keyboard.press("Escape");
  await expect(wall).toHaveURL(/\/board$/);
  await expect(board(wall)).toBeVisible();
});

test("the board goes on A3, a sheet for each building, or for the one that is chosen", async ({ browser }) => {
  const page = await atOwnDesk(browser, "controller");
  await openBoard(page);
  await page.getByRole("link", { name: "打印", exact: true }).click();
  const sheets = page.getByRole("article");
  await expect(sheets.first()).toContainText("打印");
  const buildings = await sheets.count();
  expect(buildings).toBeGreaterThan(1);
  // No background graphics asked for: the states are on paper all the same, and each has its sign.
  await expect(sheets.first().getByRole("img")).toContainText("网");
  await expect(sheets.first().getByRole("row", { name: /^全盘/ })).toContainText("套");
  const paper = await page.pdf({ format: "A3", landscape: true });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(buildings);

  await page.goto(`${BOARD}/print?building=${encodeURIComponent("2栋")}`);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/2栋$/);
});
