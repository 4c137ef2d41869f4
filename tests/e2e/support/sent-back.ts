import { expect, type Page } from "@playwright/test";
import { lookHere } from "./look";

/** The director opens the question from the page of what is asked, and says no with words. */
export async function sendBack(director: Page, address: string, words: string): Promise<void> {
  await director.goto(address);
  await director.getByRole("link", { name: "去审批" }).click();
  await director.getByRole("link", { name: /^驳回/ }).click();
  const dialog = director.getByRole("dialog");
  await dialog.getByLabel("审批意见").fill(words);
  await dialog.getByRole("button", { name: "驳回", exact: true }).click();
  await expect(director.getByRole("status").filter({ hasText: "已驳回" })).toBeVisible();
}

/** The planner reads why, on the page of the draft and again while writing it anew. */
export async function openAgain(planner: Page, words: string): Promise<void> {
  await planner.reload();
  const heading = planner.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("草稿");
  await expect(planner.getByText(words)).toBeVisible();
  await planner.getByRole("link", { name: "重新编制" }).click();
  await expect(heading).toHaveText("重新编制");
  await lookHere(planner);
  await expect(planner.getByText(words)).toBeVisible();
}
