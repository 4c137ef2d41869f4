import { type Browser, expect, type Page, test } from "@playwright/test";
import { fenIn, plain, priceOf, textOf, total } from "./support/amounts";
import { approve, askForContract, fileContract, step, take } from "./support/back-office";
import { completeBuyer, draft, hold, openBoard, quote, receive, rowOnBoard } from "./support/front-office";
import { lookAtAll, lookHere } from "./support/look";
import { approvePrices, importPriceList, release } from "./support/new-building";
import { seeOwnHome, signInByCode } from "./support/own-home";
import { atOwnDesk } from "./support/people";
import { PORTAL } from "./support/screens";
import { CONSULTANT, TRY } from "./support/the-sale";

/** Everybody a sale takes, each in a browser of one's own, from the first minute on. */
const STAFF = [
  "planner",
  "director",
  "receptionist",
  "consultant",
  "controller",
  "manager",
  "cashier",
  "clerk",
  "admin",
];
type Office = Record<string, Page>;

async function openOffice(browser: Browser): Promise<(login: string) => Page> {
  const office: Office = {};
  for (const login of STAFF)
    office[login] = await atOwnDesk(browser, login === "consultant" ? CONSULTANT.login : login);
  return (login) => {
    const page = office[login];
    if (!page) throw new Error(`nobody signed in as ${login}`);
    return page;
  };
}

test("a home is sold, from the price list that comes in to the papers that the buyer takes out", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const at = await openOffice(browser);

  await test.step("the planner imports the price list", () => importPriceList(at("planner")));
  await test.step("prices are drafted and approved", () => approvePrices(at("planner"), at("director")));
  await test.step("the building is released", () => release(at("planner"), at("director")));
  await test.step("a visitor is received", () => receive(at("receptionist")));
  await test.step("the buyer's papers are completed", () => completeBuyer(at("consultant")));

  // The receptionist's board stays open from here on; nobody loads it again.
  const board = at("receptionist");
  await openBoard(board);
  let loads = 0;
  board.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  await expect(rowOnBoard(board)).toContainText("待售");

  const quoted = await test.step("the consultant quotes", () => quote(at("consultant")));
  const deal = await test.step("the consultant holds the home", () => hold(at("consultant")));
  const desk = deal.replace(/deals\/(.*)$/, "cashier?deals=$1");
  await test.step("every board shows it", () => expect(rowOnBoard(board)).toContainText("预留"));

  await test.step("the consultant drafts with a special discount", () => draft(at("consultant"), deal));
  await test.step("the manager approves the discount", () => approve(at("manager"), "特殊优惠"));
  await test.step("the controller confirms", () => step(at("controller"), deal, "确认房源", "已确认房源。"));
  await test.step("the manager signs", () => step(at("manager"), deal, "签署认购书", "认购书已签署，等待定金。"));
  const price = await priceOf(at("manager"));
  expect(price).toBe(quoted);
  await expect(total(at("manager"), "付款计划", "金额")).toHaveText(price);

  await test.step("the cashier takes the earnest money", async () => {
    const cashier = at("cashier");
    await cashier.goto(desk);
    await expect(total(cashier, "应收明细", "应收")).toHaveText(price);
    await take(cashier, "50000", `SELL-E2E-1-${TRY}`);
    await expect(cashier.getByText("伍万元整")).toBeVisible();
    await lookHere(cashier);
  });
  await expect(rowOnBoard(board)).toContainText("认购");

  const first = await test.step("the cashier takes the first payment", async () => {
    const cashier = at("cashier");
    await cashier.goto(desk);
    const line = cashier.getByRole("row").filter({ hasText: "首付款" });
    const owed = plain(await textOf(line.locator("td[data-title=未收]")));
    await take(cashier, owed, `SELL-E2E-2-${TRY}`);
    await expect(cashier.getByRole("link", { name: "下一笔收款" })).toBeVisible();
    return owed;
  });

  await test.step("the clerk asks for the contract, the manager approves, the clerk files", async () => {
    await askForContract(at("clerk"), deal);
    await approve(at("manager"), "合同签署");
    await fileContract(at("clerk"), deal);
  });
  await expect(rowOnBoard(board)).toContainText("网签");
  expect(loads).toBe(0);

  // Desk, cashier and buyer see the same money.
  const office = at("consultant");
  await office.goto(deal);
  const paid = await textOf(total(office, "付款计划", "已付"));
  const left = await textOf(total(office, "付款计划", "未付"));
  expect(fenIn(paid)).toBe(5_000_000n + fenIn(first));
  expect(fenIn(paid) + fenIn(left)).toBe(fenIn(price));
  await at("cashier").goto(desk);
  await expect(total(at("cashier"), "应收明细", "应收")).toHaveText(price);
  await expect(total(at("cashier"), "应收明细", "未收")).toHaveText(left);

  await test.step("the buyer sees the deal and takes the papers", async () => {
    const buyer = await (await browser.newContext()).newPage();
    await signInByCode(buyer, at("admin"));
    await seeOwnHome(buyer, { price, paid, left });
    await lookAtAll(buyer, PORTAL);
  });
});
