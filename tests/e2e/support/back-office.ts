import { expect, type Page } from "@playwright/test";
import { answerYes, approveOpen } from "./people";
import { PROJECT, TRY, UNIT } from "./the-sale";

/** The manager finds the question in the inbox among others, and says yes. */
export async function approve(manager: Page, kind: string): Promise<void> {
  await manager.goto(`/management/${PROJECT}/approvals`);
  const list = manager.getByRole("navigation", { name: "申请列表" });
  await list.getByRole("link").filter({ hasText: kind }).filter({ hasText: UNIT }).click();
  await expect(manager.getByRole("article")).toContainText(UNIT);
  await approveOpen(manager);
}

/** One payment for the deal on the desk, looked over before it is taken. */
export async function take(cashier: Page, yuan: string, reference: string): Promise<void> {
  await cashier.locator("#line-0").fill(yuan);
  await cashier.getByLabel("银行流水号").fill(reference);
  await cashier.getByRole("button", { name: "预览" }).click();
  await cashier.getByRole("button", { name: "确认收款" }).click();
  await expect(cashier.getByText(reference)).toBeVisible();
}

/** Every paper is there; the manager is asked. */
export async function askForContract(clerk: Page, deal: string): Promise<void> {
  await clerk.goto(`${deal}/contract`);
  for (const paper of await clerk.getByRole("group", { name: "签约资料" }).getByRole("checkbox").all()) {
    await paper.check();
  }
  await clerk.getByRole("button", { name: "提交申请" }).click();
  await expect(clerk.getByText("签约申请已提交案场经理。")).toBeVisible();
}

/** The number under which the city has the contract. */
export async function fileContract(clerk: Page, deal: string): Promise<void> {
  await clerk.goto(deal);
  await clerk.getByRole("link", { name: "登记网签" }).click();
  const dialog = clerk.getByRole("dialog");
  await dialog.getByLabel("网签编号").fill(`WQ-E2E-0501-${TRY}`);
  await dialog.getByRole("button", { name: "登记网签" }).click();
  await expect(clerk.getByText("网签已登记。")).toBeVisible();
}

/** A step of the deal that is one question and one yes. */
export async function step(page: Page, deal: string, question: string, said: string): Promise<void> {
  await page.goto(deal);
  await answerYes(page, question);
  await expect(page.getByText(said)).toBeVisible();
}
