import { expect, test } from "@playwright/test";
import { atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

test("the inbox is worked through by keyboard: on, back, no, and yes", async ({ browser }) => {
  const manager = await atOwnDesk(browser, "manager");
  await manager.goto(`/management/${PROJECT}/approvals`);
  const chosen = () => new URL(manager.url()).searchParams.get("id");
  // Keys that are pressed before scripts run reach nobody.
  await expect(async () => {
    await manager.keyboard.press("j");
    expect(chosen()).not.toBeNull();
  }).toPass();
  const second = chosen();
  await manager.keyboard.press("k");
  await expect.poll(chosen).not.toBe(second);
  const dialog = manager.getByRole("dialog");
  for (const [key, answer] of [
    ["n", "驳回"],
    ["y", "同意"],
  ] as const) {
    await manager.keyboard.press(key);
    await expect(dialog.getByRole("button", { name: answer, exact: true })).toBeVisible();
    // What is typed into the question is no command of the list behind it.
    await dialog.getByLabel("审批意见").fill("jkyn");
    await manager.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await manager.context().close();
});
