import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { lookHere } from "./look";
import { answerYes, approveOpen } from "./people";
import { openAgain, sendBack } from "./sent-back";
import { BUILDING, PROJECT } from "./the-sale";

/** A home of the new building that nobody in the tests buys. */
const SPARE = `${BUILDING}0502`;
const PRICE_LIST = readFileSync("tests/samples/new-building.csv", "utf8").replaceAll("8栋", BUILDING);

/** Upload, what was understood, what would happen, and the result. */
export async function importPriceList(planner: Page): Promise<void> {
  await planner.goto(`/management/${PROJECT}/import`);
  await planner
    .getByLabel("价格表文件")
    .setInputFiles({ name: "new-building.csv", mimeType: "text/csv", buffer: Buffer.from(PRICE_LIST) });
  await planner.getByRole("button", { name: "读取文件" }).click();
  await expect(planner.getByRole("heading", { level: 1, name: "new-building.csv" })).toBeVisible();
  const outcome = planner.getByRole("region", { name: "将会发生" });
  await expect(outcome).toContainText(/新增\s*40/);
  await expect(outcome).toContainText(/拒收\s*0/);
  await expect(planner.getByRole("heading", { name: /请核对 \(\d+\)/ })).toBeVisible();
  await lookHere(planner);
  await planner.getByRole("button", { name: "导入", exact: true }).click();
  await expect(planner.getByText("导入完成。")).toBeVisible();
  await expect(planner.getByRole("region", { name: "导入结果" })).toContainText(/新增\s*40/);
  await lookHere(planner);
}

/** Every home that was for sale, two per cent below its filed price. */
function grid(): string {
  const [, ...rows] = PRICE_LIST.trim().split("\n");
  const sale = rows.map((row) => row.split(",")).filter((cells) => cells[6] === "在售");
  return sale
    .map(([unit = "", , , , , filed = ""]) => {
      const yuan = BigInt(filed.split(".")[0] ?? "0");
      return [unit, (yuan * 98n) / 100n, (yuan * 88n) / 100n].join("\t");
    })
    .join("\n");
}

/** A list by the planner, in force with the director's yes. */
export async function approvePrices(planner: Page, director: Page): Promise<void> {
  await planner.goto(`/management/${PROJECT}/prices/new`);
  await planner.getByLabel("价格表名称").fill(`${BUILDING}首开价`);
  await planner.getByRole("radio", { name: /逐套定价/ }).check();
  await planner.getByLabel("价格明细").fill(grid());
  await planner.getByRole("button", { name: "生成草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await planner.getByRole("link", { name: "提交审批" }).click();
  const dialog = planner.getByRole("dialog");
  await dialog.getByLabel("审批通过立即生效").check();
  await dialog.getByLabel("原因").fill(`${BUILDING}首次推盘定价`);
  await dialog.getByRole("button", { name: "提交审批" }).click();
  await expect(planner.getByText("已提交审批。")).toBeVisible();
  await director.goto(planner.url());
  await director.getByRole("link", { name: "去审批" }).click();
  await approveOpen(director);
  await planner.reload();
  await expect(planner.getByRole("heading", { level: 1 })).toContainText("生效中");
}

/** A batch within the permit; the director lets it open. */
export async function release(planner: Page, director: Page): Promise<void> {
  await planner.goto(`/management/${PROJECT}/releases/new`);
  await planner.getByRole("combobox", { name: "楼栋" }).selectOption({ label: BUILDING });
  await expect(planner.getByRole("checkbox")).toHaveCount(37);
  await planner.getByLabel("批次名称").fill(`${BUILDING}首推`);
  await planner.getByLabel("开盘时间").fill(minuteAgo());
  await planner.getByRole("button", { name: "生成草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await planner.getByRole("link", { name: "划入许可证" }).click();
  await planner.getByRole("dialog").getByLabel("预售许可证").selectOption({ index: 1 });
  await planner.getByRole("dialog").getByRole("button", { name: "划入许可证" }).click();
  await expect(planner.getByText("已划入许可证范围。")).toBeVisible();
  await answerYes(planner, "提交审批", `${BUILDING}首次推盘`);
  await expect(planner.getByText("已提交审批。")).toBeVisible();
  const batch = planner.url();
  await sendBack(director, batch, "先核对一套");
  await putTogetherAnew(planner, "先核对一套");
  await director.goto(batch);
  await director.getByRole("link", { name: "去审批" }).click();
  await approveOpen(director);
  // The batch opens at its minute by itself, unless the director is quicker.
  await expect(async () => {
    await director.goto(batch);
    const now = director.getByRole("link", { name: "立即开盘" });
    if (await now.isVisible()) await answerYes(director, "立即开盘");
    await expect(director.getByRole("heading", { level: 1 })).toContainText("已开盘", { timeout: 2_000 });
  }).toPass();
}

/** One home leaves the batch and comes back; what is marked stays marked where the filter does not show it. */
async function putTogetherAnew(planner: Page, words: string): Promise<void> {
  const spare = planner.getByRole("checkbox", { name: SPARE, exact: true });
  const homes = planner.getByRole("table", { name: "批次房源" }).getByRole("row");
  await openAgain(planner, words);
  await spare.uncheck();
  await planner.getByRole("button", { name: "保存草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await expect(homes.filter({ hasText: SPARE })).toHaveCount(0);
  await openAgain(planner, words);
  await spare.check();
  await planner.getByLabel("楼层从").fill("99");
  await expect(spare).toBeHidden();
  await planner.getByRole("button", { name: "保存草稿" }).click();
  await expect(planner.getByText("草稿已保存。")).toBeVisible();
  await expect(homes.filter({ hasText: SPARE })).toHaveCount(1);
  await answerYes(planner, "提交审批", "已核对");
  await expect(planner.getByText("已提交审批。")).toBeVisible();
}

/** The wall clock of the office a minute ago, as a date-and-time field wants it. */
function minuteAgo(): string {
  const office = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  });
  return office.format(Date.now() - 60_000).replace(" ", "T");
}
