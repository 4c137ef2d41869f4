import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";

const PHONE = { width: 390, height: 844 };

test("the first page speaks Chinese, then English, and remembers it", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("从推盘到签约");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("release to contract");
  await expect(page).toHaveTitle(/Loupan/);
});

test("the look follows the device until somebody chooses", async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto("/");
  const dark = await paper();
  await page.getByRole("button", { name: "浅色" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  expect(await paper()).not.toBe(dark);
  await context.close();
});

test("language and look need no scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/?from=letter");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(new URL(page.url()).search).toBe("?from=letter");
  await context.close();
});

test("nothing on the page breaks its own security rules", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("/", { waitUntil: "networkidle" });
  expect(complaints).toEqual([]);
});

test("an address that does not exist says so, and where to go", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这个页面");
  await page.getByRole("link", { name: "回到首页" }).click();
  await expect(page).toHaveURL("/");
});

test("a wing keeps its frame and the reader's look at an address that does not exist", async ({ browser }) => {
  const page = await atOwnDesk(browser, "manager");
  await page.request.post("/preferences", { form: { theme: "dark", back: "/" } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const address of ["/onsite/yunqi/nowhere", "/management/yunqi/no/where", "/nowhere"]) {
    expect((await page.goto(address, { waitUntil: "networkidle" }))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这个页面");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("navigation", { name: "主导航" })).toHaveCount(address === "/nowhere" ? 0 : 1);
  }
  expect(complaints).toEqual([]);
});

test("a stranger's address in the way back leads home", async ({ request, baseURL }) => {
  for (const back of ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example"]) {
    const answer = await request.post("/preferences", { form: { locale: "en", back }, maxRedirects: 0 });
    expect(new URL(answer.headers().location ?? "", baseURL).host).toBe(new URL(baseURL ?? "").host);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the first page is open to everybody, ${colorScheme}, on a phone too`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const path of ["/", "/no-such-page"]) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(path);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.setViewportSize(PHONE);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    }
    await context.close();
  });
}
