import { expect, test } from "@playwright/test";
import { answerYes, atOwnDesk } from "./support/people";
import { openAgain, sendBack } from "./support/sent-back";
import { PROJECT } from "./support/the-sale";

const BASE = `/management/${PROJECT}`;

test("a price list that was sent back is written anew and asked for again", async ({ browser }) => {
  const [planner, director] = [await atOwnDesk(browser, "planner"), await atOwnDesk(browser, "director")];
  await planner.goto(`${BASE}/prices/new`);
  await planner.getByLabel("价格表名称").fill("退回重编价");
  await planner.getByRole("button", { name: "生成草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await answerYes(planner, "提交审批", "月度调价");
  const list = planner.url();
  await sendBack(director, list, "首套价格偏高，请下调");

  await openAgain(planner, "首套价格偏高，请下调");
  const grid = planner.getByLabel("价格明细");
  const [first = "", ...rest] = (await grid.inputValue()).split("\n");
  const [unit = "", price = "", floor = ""] = first.split("\t");
  // What a mistake refuses is still there to be put right.
  await grid.fill([`${unit}\t${floor}\t${price}`, ...rest].join("\n"));
  await planner.getByRole("button", { name: "保存草稿" }).click();
  await expect(planner.getByRole("alert").filter({ hasText: unit })).toBeVisible();
  await expect(grid).toHaveValue(new RegExp(`^${unit}\t${floor}\t${price}`));
  await grid.fill([`${unit}\t${floor}\t${floor}`, ...rest].join("\n"));
  await planner.getByRole("button", { name: "保存草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await expect(planner.getByRole("row").filter({ hasText: unit }).last()).toContainText(yuan(floor));
  await answerYes(planner, "提交审批", "已按意见下调");
  await expect(planner.getByRole("heading", { level: 1 })).toContainText("审批中");
  await planner.goto(`${list.replace(/\?.*$/, "")}/edit`);
  await expect(planner.getByRole("heading", { level: 1 })).toContainText("审批中");
  await answerYes(planner, "撤回");
});

/** As the table shows whole yuan typed with two decimals. */
function yuan(typed: string): string {
  return `¥${typed.replace(/\B(?=(\d{3})+(?=\.))/g, ",")}`;
}
