import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from "@playwright/test";

/** Of every sign-in of the demo. */
export const PASSWORD = "loupan-demo";

/** Lets everything in this browser act as a member of the demo's staff. */
export async function enter(context: BrowserContext, login: string): Promise<void> {
  const answer = await context.request.post("/sign-in", {
    form: { door: "password", login, password: PASSWORD, next: "" },
    maxRedirects: 0,
  });
  expect(answer.status(), `${login} signs in`).toBe(302);
}

/** A browser of one's own, signed in: beside the others, as at a desk of one's own. */
export async function atOwnDesk(browser: Browser, login: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  await goHome(context);
  await enter(context, login);
  return context.newPage();
}

const atDesks = { of: "", contexts: new Set<BrowserContext>() };

/** Whoever sat at a desk in a test before has gone: pages that stay open go on following the board. */
async function goHome(next: BrowserContext): Promise<void> {
  const { testId } = test.info();
  if (atDesks.of !== testId) {
    await Promise.all([...atDesks.contexts].map((context) => context.close()));
    atDesks.of = testId;
    atDesks.contexts.clear();
  }
  atDesks.contexts.add(next);
}

/**
 * Follows the link that opens a question, fills in its reason where it asks for one, says yes, and waits for the
 * answer: then the question is gone.
 */
export async function answerYes(page: Page, question: string, reason = ""): Promise<void> {
  await page.getByRole("link", { name: question, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (reason) await dialog.getByLabel(/原因|意见/).fill(reason);
  await dialog.getByRole("button", { name: question, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Says yes to the request that is open in the inbox. */
export async function approveOpen(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^同意/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "同意", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "已同意" })).toBeVisible();
}
