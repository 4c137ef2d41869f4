import { expect, type Page, test } from "@playwright/test";
import { answerYes, atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

const BASE = `/management/${PROJECT}`;

/** A price list that waits for the director; answers with its address. */
async function askForPrices(planner: Page, name: string): Promise<string> {
  await planner.goto(`${BASE}/prices/new`);
  await planner.getByLabel("价格表名称").fill(name);
  await planner.getByRole("button", { name: "生成草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await answerYes(planner, "提交审批", "月度调价");
  await expect(planner.getByRole("heading", { level: 1 })).toContainText("审批中");
  return planner.url();
}

test("the inbox is worked through by keyboard: on, back, no, and yes", async ({ browser }) => {
  const [planner, director] = [await atOwnDesk(browser, "planner"), await atOwnDesk(browser, "director")];
  const asked = [await askForPrices(planner, "快捷键甲"), await askForPrices(planner, "快捷键乙")];
  await director.goto(`${BASE}/approvals`);
  const list = director.getByRole("navigation", { name: "申请列表" }).getByRole("link");
  const marked = (at: number) => expect(list.nth(at)).toHaveAttribute("aria-current", "true");
  const count = await list.count();
  expect(count).toBeGreaterThan(1);
  await marked(0);
  // Keys that are pressed before scripts run reach nobody.
  await expect(async () => {
    await director.keyboard.press("j");
    await expect(list.first()).not.toHaveAttribute("aria-current", "true", { timeout: 2_000 });
  }).toPass();
  // Faster than pages come, to the last and no further, with capitals locked.
  for (let press = 0; press < count; press += 1) await director.keyboard.press("J");
  await marked(count - 1);
  await director.keyboard.press("k");
  await marked(count - 2);
  const dialog = director.getByRole("dialog");
  for (const [key, answer] of [
    ["n", "驳回"],
    ["y", "同意"],
  ] as const) {
    await director.keyboard.press(key);
    await expect(dialog.getByRole("button", { name: answer, exact: true })).toBeVisible();
    // What is typed into the question is no command of the list behind it.
    await dialog.getByLabel("审批意见").fill("jkyn");
    await director.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await marked(count - 2);
  for (const address of asked) {
    await planner.goto(address);
    await answerYes(planner, "撤回");
  }
});
