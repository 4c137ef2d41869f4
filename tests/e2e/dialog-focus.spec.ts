import { expect, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

test("a question that is closed by Esc gives focus back to what opened it", async ({ browser }) => {
  const planner = await atOwnDesk(browser, "planner");
  await planner.goto(`/management/${PROJECT}/schemes`);
  const opener = planner.getByRole("link", { name: "试算" }).first();
  // A page whose scripts are still on their way loads anew instead, and nothing has opened its question then.
  await expect(async () => {
    await opener.focus();
    await planner.keyboard.press("Enter");
    await expect(planner.getByRole("dialog")).toBeVisible({ timeout: 5_000 });
    await planner.keyboard.press("Escape");
    await expect(planner.getByRole("dialog")).toBeHidden({ timeout: 5_000 });
    await expect(opener).toBeFocused({ timeout: 5_000 });
  }).toPass();
  await planner.context().close();
});

test("a question stands before its scripts are there where it stands after: no press misses", async ({ browser }) => {
  const places = [];
  for (const javaScriptEnabled of [false, true]) {
    const planner = await atOwnDesk(browser, "planner", { javaScriptEnabled });
    await planner.goto(`/management/${PROJECT}/schemes`);
    await planner.getByRole("link", { name: "试算" }).first().click();
    const dialog = planner.getByRole("dialog");
    if (javaScriptEnabled) await expect(planner.locator("dialog:modal")).toBeVisible();
    places.push(await dialog.boundingBox());
  }
  expect(places[0]).toEqual(places[1]);
});
