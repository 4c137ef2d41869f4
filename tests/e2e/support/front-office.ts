import { expect, type Locator, type Page } from "@playwright/test";
import { priceOf } from "./amounts";
import { lookHere } from "./look";
import { BUILDING, BUYER, CONSULTANT, PROJECT, UNIT } from "./the-sale";

const SPECIAL_OFF = "30000";
const PLAN = "按揭 首付三成";

/** A visitor at the desk, for one consultant. */
export async function receive(receptionist: Page): Promise<void> {
  await receptionist.goto(`/onsite/${PROJECT}/reception`);
  await receptionist.getByLabel("电话").fill(BUYER.phone);
  await receptionist.getByLabel("姓名").fill(BUYER.name);
  const consultant = receptionist.getByLabel("接待顾问");
  const turn = await consultant.locator("option", { hasText: CONSULTANT.name }).getAttribute("value");
  await consultant.selectOption(turn);
  await receptionist.getByRole("button", { name: "登记来访" }).click();
  await expect(receptionist.getByText(`已登记 ${BUYER.name}，由 ${CONSULTANT.name} 接待。`)).toBeVisible();
}

/** What the subscription will print about the buyer. */
export async function completeBuyer(consultant: Page): Promise<void> {
  await consultant.goto(`/onsite/${PROJECT}/customers?q=${encodeURIComponent(BUYER.phone.slice(-4))}`);
  await consultant.getByRole("link", { name: BUYER.name }).click();
  await consultant.getByRole("link", { name: "完善购房人" }).click();
  const drawer = consultant.getByRole("dialog");
  await drawer.getByLabel("证件", { exact: true }).fill(BUYER.idNumber);
  await drawer.getByLabel("联系地址").fill("深圳市南山区科技园一路 1 号");
  await drawer.getByRole("button", { name: "保存" }).click();
  await expect(consultant.getByText("购房人资料已保存。")).toBeVisible();
}

/** The new building on the live board, as a table. */
export async function openBoard(page: Page): Promise<void> {
  await page.goto(`/onsite/${PROJECT}/board?view=table&building=${encodeURIComponent(BUILDING)}`);
  await expect(page.getByText("实时", { exact: true })).toBeVisible();
}

/** The home as the board shows it now. */
export function rowOnBoard(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("button", { name: UNIT, exact: true }) });
}

async function openUnit(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole("button", { name: UNIT, exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: UNIT })).toBeVisible();
}

/** Price, plan and loan, before anything is held; answers the price. */
export async function quote(consultant: Page): Promise<string> {
  await openUnit(consultant);
  await lookHere(consultant);
  await consultant.getByRole("dialog").getByRole("link", { name: "置业计划书" }).click();
  await consultant.getByRole("checkbox", { name: "开盘优惠" }).check();
  await consultant.getByLabel("付款方式").selectOption({ label: PLAN });
  await consultant.getByLabel(/^特殊优惠/).fill(SPECIAL_OFF);
  await expect(consultant.getByText("该价格须由案场经理审批。")).toBeVisible();
  await expect(consultant.getByText(/月供/).first()).toBeVisible();
  await lookHere(consultant);
  return priceOf(consultant);
}

/** Answers the address of the deal that the hold opens. */
export async function hold(consultant: Page): Promise<string> {
  await openUnit(consultant);
  await consultant.getByRole("dialog").getByRole("link", { name: "预留" }).click();
  await consultant.getByLabel("查找客户").fill(BUYER.name);
  await consultant.getByRole("button", { name: "搜索" }).click();
  await consultant.getByRole("radio", { name: BUYER.name }).check();
  await lookHere(consultant);
  await consultant.getByRole("button", { name: "确认预留" }).click();
  await expect(consultant.getByText("房源已预留。")).toBeVisible();
  return consultant.url().replace(/\?.*$/, "");
}

/** Buyers, scheme, special discount, plan and earnest money. */
export async function draft(consultant: Page, deal: string): Promise<void> {
  await consultant.goto(`${deal}/draft`);
  await consultant.getByRole("checkbox", { name: "开盘优惠" }).check();
  await consultant.getByLabel("付款方式").selectOption({ label: PLAN });
  await consultant.getByLabel("定金").fill("50000");
  await consultant.getByLabel(/^特殊优惠/).fill(SPECIAL_OFF);
  await consultant.getByLabel("优惠关系").selectOption({ label: "市场" });
  await consultant.getByLabel(/^原因/).fill("同日签约，竞品对比");
  await consultant.getByRole("checkbox", { name: /已核对购房资格/ }).check();
  await consultant.getByLabel("核对说明").fill("本市户籍，名下无房");
  await lookHere(consultant);
  await consultant.getByRole("button", { name: "拟定认购书" }).click();
  await expect(consultant.getByText("认购书已拟定。")).toBeVisible();
  await expect(consultant.getByRole("heading", { name: "等待审批" })).toBeVisible();
}
