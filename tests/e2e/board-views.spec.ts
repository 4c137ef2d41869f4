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
