import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import ExcelJS from "exceljs";
import { fenIn } from "./support/amounts";
import { atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

test("a list is ordered by the head of a column, does without another, and goes out as a workbook", async ({
  browser,
}) => {
  const director = await atOwnDesk(browser, "director");
  await director.goto(`/onsite/${PROJECT}/deals?stage=CONTRACTED`);
  const table = director.getByRole("table", { name: "交易" });
  const head = (name: string) => table.getByRole("columnheader", { name, exact: true });

  await head("成交总价").getByRole("link").click();
  await expect(head("成交总价")).toHaveAttribute("aria-sort", "ascending");
  await head("成交总价").getByRole("link").click();
  await expect(head("成交总价")).toHaveAttribute("aria-sort", "descending");
  const shown = await table.locator("tbody td[data-title=成交总价]").allTextContents();
  const prices = shown.map((money) => Number(fenIn(money)));
  expect(prices).toEqual(prices.toSorted((a, b) => b - a));

  await director.getByText("显示列", { exact: true }).click();
  await director.getByRole("checkbox", { name: "置业顾问" }).uncheck();
  await director.getByRole("button", { name: "应用" }).click();
  await expect(head("置业顾问")).toBeHidden();
  await director.reload();
  await expect(head("成交总价")).toBeVisible();
  await expect(head("置业顾问")).toBeHidden();

  const [file] = await Promise.all([
    director.waitForEvent("download"),
    director.getByRole("link", { name: "导出 XLSX" }).click(),
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await readFile(await file.path())).buffer);
  const [sheet] = workbook.worksheets;
  const taken = (sheet?.getColumn(7).values ?? []).filter((value) => typeof value === "number");
  expect(taken.slice(0, prices.length)).toEqual(prices.map((fen) => fen / 100));
  await director.context().close();
});
