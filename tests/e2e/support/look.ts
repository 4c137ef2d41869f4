import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import type { Screen } from "./screens";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/**
 * Light at a desk and dark on a phone, where a screen stacks all that it shows at a desk. What is only there at a desk,
 * the frame of the wing, is looked at in the dark once. All that is wrong comes in one list.
 */
export async function lookAtAll(page: Page, screens: readonly Screen[]): Promise<void> {
  const found: string[] = [];
  for (const [nth, screen] of screens.entries()) {
    await show(page, screen);
    found.push(...(await wrongIn(page, nth === 0)));
  }
  expect(found).toEqual([]);
}

/** Looks at what the page shows now, in the middle of somebody's work. */
export async function lookHere(page: Page): Promise<void> {
  expect(await wrongIn(page, false)).toEqual([]);
}

async function wrongIn(page: Page, frameToo: boolean): Promise<string[]> {
  const { pathname, search } = new URL(page.url());
  const at = pathname + search;
  const found = await violations(page, `${at} light`);
  // Without the passage from one colour to the other, in which a look would catch neither.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  if (frameToo) found.push(...(await violations(page, `${at} dark`)));
  await page.setViewportSize(PHONE);
  found.push(...(await violations(page, `${at} phone`)));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > PHONE.width) found.push(`${at} phone: ${width} px wide`);
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** Opens a screen, by way of a link where its address has an id in it. */
export async function show(page: Page, { route, path, link, after = "", status = 200 }: Screen): Promise<void> {
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
  expect(answer?.status(), `${route} at ${address}`).toBe(status);
}

/**
 * From the top of the page, where nothing lies under the bar that stays there. In the page itself and without the long
 * list of what is right: half the time, the same answer.
 */
async function violations(page: Page, where: string): Promise<string[]> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await axe
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${where}: ${id} ${html.slice(0, 120)} … ${html.slice(-60)}`),
  );
}
