import { expect, type Page, test } from "@playwright/test";
import { bookOfArea } from "../../scripts/words-by-page";
import { atOwnDesk } from "./support/people";

const BOARD = "/onsite/yunqi/board";
/** The name of a text where its words should be. */
const NAME_OF_A_TEXT = new RegExp(`\\b(${[...bookOfArea().keys()].join("|")})\\.[a-zA-Z]\\w+`, "g");

/** Where React takes up a part of the page by itself. What happens in the page before that makes it start over there. */
const BOUNDARY = "<!--$";

/** The books of words that a page asks for, and everything it complains about. */
function watched(page: Page): { books: () => string[]; complaints: string[] } {
  const asked = new Set<string>();
  const complaints: string[] = [];
  page.on("request", (request) => {
    const book = /\/assets\/((?:zh-CN|en)\.[\w-]+)-[\w-]{8}\.js$/.exec(request.url());
    if (book?.[1]) asked.add(book[1]);
  });
  // Who goes on before an answer came ends it: that is no complaint.
  const note = (words: string) => /AbortError/.test(words) || complaints.push(words);
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("pageerror", ({ name, message }) => note(`${name}: ${message}`));
  return { books: () => [...asked].sort(), complaints };
}

/** Every page that the navigation leads to. */
const places = (page: Page) =>
  page
    .getByRole("navigation", { name: /主导航|Main/ })
    .first()
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

test("a page brings its own words in the reader's language, and the words of other pages come on the way to them", async ({
  browser,
}) => {
  const page = await atOwnDesk(browser, "manager");
  const { books, complaints } = watched(page);
  await page.goto(BOARD);
  await expect(page.getByText("实时")).toBeVisible();
  expect(books()).toContain("zh-CN.board");
  expect(books().filter((book) => /^en|deals|management|refusals/.test(book))).toEqual([]);

  await page.getByRole("link", { name: "管理", exact: true }).first().click();
  await page.getByRole("link", { name: "价格表", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("价格表");
  await expect(page.getByRole("main")).not.toHaveText(NAME_OF_A_TEXT);
  expect(books()).toContain("zh-CN.management");
  await page.goBack();
  await page.goBack();
  await expect(page.getByText("实时")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the office's no comes with its words", async ({ page }) => {
  const { books, complaints } = watched(page);
  await page.goto("/sign-in");
  await page.locator('input[name="login"]').fill("manager");
  await page.getByRole("textbox", { name: "密码" }).fill("wrong-password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "密码" })).toBeVisible();
  await expect.poll(books).toContain("zh-CN.refusals");
  await page.waitForLoadState("networkidle");
  expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
});

test("what is wrong with an entry stands at it, and what was typed stays", async ({ browser }) => {
  const page = await atOwnDesk(browser, "consultant");
  const { complaints } = watched(page);
  const customer = page
    .getByRole("main")
    .locator('a[href*="/customers/"]')
    .filter({ hasText: /\p{Script=Han}/u });
  await page.goto("/onsite/yunqi/customers");
  await page.goto(`${await customer.first().getAttribute("href")}/buyer`);
  const number = page.getByRole("dialog").getByLabel("证件", { exact: true });
  await number.fill("123");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(number).toHaveAccessibleDescription(/证件号码/);
  await expect(number).toHaveValue("123");

  await page.goto(`${BOARD}?view=table&state=AVAILABLE`);
  await page.getByRole("row").getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("link", { name: "预留" }).click();
  const hours = page.getByLabel("预留时长");
  await hours.evaluate((field: HTMLInputElement) => field.form?.setAttribute("novalidate", ""));
  await hours.fill("0");
  await page.getByRole("button", { name: "确认预留" }).click();
  await expect(hours).toHaveAccessibleDescription(/不能小于|大于/);
  expect(complaints.filter((text) => !/40[09]/.test(text))).toEqual([]);
});

// Which books a place brings does not depend on their language; no book lacks a text (the compiler).
for (const [locale, logins] of [
  ["zh-CN", ["manager", "finance"]],
  ["en", ["planner", "admin"]],
] as const)
  test(`every place of every wing has its words in ${locale}, opened and walked to`, async ({ browser, baseURL }) => {
    const found: string[] = [];
    for (const login of logins) {
      const page = await atOwnDesk(browser, login);
      await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      const { complaints } = watched(page);
      const look = async (place: string) => {
        await expect(page).toHaveURL(new RegExp(`${place}(/|$|\\?)`));
        await page.waitForLoadState("networkidle");
        const names = (await page.getByRole("main").textContent())?.match(NAME_OF_A_TEXT) ?? [];
        found.push(...[...names, ...complaints.splice(0)].map((text) => `${place}: ${text}`));
      };
      const wing = login === "admin" ? "/system" : "/management";
      await page.goto(wing);
      const all = (await places(page)).filter((place) => place.startsWith(`${wing}/`));
      expect(all.length).toBeGreaterThan(3);
      for (const place of all) {
        await page.locator(`nav a[href="${place}"]`).first().click();
        await look(place);
        const [sent = ""] = (await (await page.reload())?.text())?.split("</body>") ?? [];
        if (sent.includes(BOUNDARY)) found.push(`${place}: a part of the page wakes up later than the rest`);
        await look(place);
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

for (const [locale, seen] of [
  ["zh-CN", /^(实时|自 \d)/],
  ["en", /^(Live|Offline)/],
] as const)
  test(`what the board fetches when it is asked for has its words in ${locale}`, async ({ browser, baseURL }) => {
    const page = await atOwnDesk(browser, "manager");
    await page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    const { complaints } = watched(page);
    const foreign = "0190f3a0-0000-7000-8000-000000000000";
    const step = page
      .getByRole("region")
      .getByRole("listitem")
      .filter({ hasText: /%|无数据|No data|天|days/ });
    const views = [
      ["?lens=days", step],
      ["?lens=depth", step],
      ["?lens=consultant", step],
      [`?compare=${foreign}`, page.getByRole("dialog")],
      ["/wall", page.getByRole("main").getByRole("img")],
      ["/print", page.getByRole("article")],
    ] as const;
    for (const [view, there] of views) {
      const sent = await (await page.goto(BOARD + view))?.text();
      // Behind the page itself stand the scripts that bring its data.
      expect(sent?.split("</body>")[0], view).not.toContain(BOUNDARY);
      await expect(page.getByRole("main").getByRole("status").first()).toHaveText(seen);
      await expect(there.first()).toBeVisible();
      await expect(page.locator("body"), view).not.toHaveText(NAME_OF_A_TEXT);
      expect(complaints, view).toEqual([]);
    }
  });
