import { type Browser, expect, type Page, test } from "@playwright/test";

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
