import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";
import { SCREENS, type Screen } from "./support/screens";

test.describe.configure({ timeout: 900_000 });

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

for (const [login, screens] of Object.entries(SCREENS)) {
  test(`every screen of ${login || "everybody"} is open to everybody`, async ({ browser, page }) => {
    await lookAtAll(login ? await atOwnDesk(browser, login) : page, screens);
  });
}

/** Light at a desk, dark at a desk, dark on a phone; all that is wrong comes in one list. */
async function lookAtAll(page: Page, screens: readonly Screen[]): Promise<void> {
  const found: string[] = [];
  for (const screen of screens) {
    const at = await show(page, screen);
    found.push(...(await violations(page, `${at} light`)));
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await violations(page, `${at} dark`, ["color-contrast"])));
    await page.setViewportSize(PHONE);
    found.push(...(await violations(page, `${at} phone`)));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > PHONE.width) found.push(`${at} phone: ${width} px wide`);
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: "light" });
  }
  expect(found).toEqual([]);
}

/** Opens a screen, by way of a link where its address has an id in it. Answers its address. */
async function show(page: Page, { route, path, link, after = "" }: Screen): Promise<string> {
  let address = path;
  if (link) {
    await page.goto(path);
    const main = page.getByRole("main");
    await expect(main).toBeVisible();
    const hrefs = await main.locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const found = hrefs.find((href) => link.test(href));
    if (!found) throw new Error(`${path} leads to no ${route}`);
    address = new URL(found, page.url()).href + after;
  }
  const answer = await page.goto(address);
  expect(answer?.status(), `${route} at ${address}`).toBe(200);
  return new URL(page.url()).pathname;
}

async function violations(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${where}: ${id} ${html.slice(0, 200)}`));
}
