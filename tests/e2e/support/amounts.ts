import type { Locator, Page } from "@playwright/test";

/** What stands there, without the space around it. */
export async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").trim();
}

/** 成交总价 as the page derives it. */
export async function priceOf(page: Page): Promise<string> {
  const line = page.getByRole("row").filter({ hasText: "成交总价" }).last();
  return textOf(line.getByText(/^¥[\d,.]+$/).last());
}

/** The sum under a column of the table with this caption. */
export function total(page: Page, caption: string, column: string): Locator {
  return page.getByRole("table", { name: caption }).locator(`tfoot [data-title="${column}"]`);
}

/** As one types it. */
export function plain(money: string): string {
  return money.replace(/[¥,\s]/g, "");
}

/** Exactly, to compare sums. */
export function fenIn(money: string): bigint {
  const [yuan = "0", cents = ""] = plain(money).split(".");
  return BigInt(yuan) * 100n + BigInt(cents.padEnd(2, "0"));
}
