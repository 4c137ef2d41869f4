import { expect, type Page, test } from "@playwright/test";
import { show } from "./support/look";
import { atOwnDesk } from "./support/people";
import { SCREENS, type Screen } from "./support/screens";

test.describe.configure({ timeout: 600_000 });
test.use({ trace: "off" });

// Markup, SQL, characters outside the basic plane, and text that runs from right to left or turns the line around.
const WORDS = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>'; DROP TABLE "Unit"; -- 😀𠮷㐂 مرحبا \u202eabc`;
const AS_MARKUP = /<img src=x|<script>window\.ran/;

type Sending = { method: string; action: string; fields: [name: string, value: string][] };

/** The forms of the page as they would be sent with these words in every field that takes text. */
function sendings(page: Page, words: string): Promise<Sending[]> {
  return page.locator("main form").evaluateAll((forms, text) => {
    const TYPED = "textarea, input:not([type]), input:is([type=text], [type=search], [type=tel], [type=email])";
    return (forms as HTMLFormElement[]).flatMap((form) => {
      const names = [...form.querySelectorAll<HTMLInputElement>(TYPED)].map(({ name }) => name).filter(Boolean);
      const filled = new FormData(
        form,
        form.querySelector<HTMLButtonElement>("button[type=submit], button:not([type])"),
      );
      for (const name of names) filled.set(name, text);
      const fields = [...filled].filter((field): field is [string, string] => typeof field[1] === "string");
      // A field may be called "action" or "method", and then stands in the way of the property.
      const action = new URL(form.getAttribute("action") ?? "", location.href).href;
      return names.length > 0 ? [{ method: form.getAttribute("method") ?? "get", action, fields }] : [];
    });
  }, words);
}

/** Sends every form of the screen; answers what went wrong. */
async function strain(page: Page, screen: Screen): Promise<string[]> {
  await show(page, screen);
  const shown = page.url();
  const wrong: string[] = [];
  for (const { method, action, fields } of await sendings(page, WORDS)) {
    const to = new URL(action);
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    if (method === "get") to.search = new URLSearchParams(fields).toString();
    const answer = await (method === "get" ? page.request.get(to.href) : page.request.post(to.href, { form }));
    const where = `${method} ${to.pathname}`;
    if (answer.status() >= 500) wrong.push(`${where}: ${answer.status()}`);
    if (AS_MARKUP.test(await answer.text())) wrong.push(`${where}: typed words came back as markup`);
  }
  await page.goto(shown);
  if (await page.evaluate(() => "ran" in window)) wrong.push(`${screen.path}: typed words ran`);
  return wrong;
}

for (const [login, screens] of Object.entries(SCREENS)) {
  test(`no form of ${login || "everybody"} stumbles over what can be typed`, async ({ browser, page }) => {
    const desk = login ? await atOwnDesk(browser, login) : page;
    const wrong: string[] = [];
    for (const screen of screens) wrong.push(...(await strain(desk, screen)));
    expect(wrong).toEqual([]);
  });
}
