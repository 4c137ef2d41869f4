import { afterAll, expect, it } from "vitest";
import { indexCustomer } from "~/features/customers/index-customer.server";
import { searchEverything } from "~/features/customers/search-everything.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { recordFiling } from "~/features/deals/record-filing.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, TODAY } from "../../support/given";
import { draftOf, formOn, givenContract, givenDraft, givenOffice } from "../../support/sell";

afterAll(closeDb);

it("finds a deal by the number of each of its papers, and by its customer's name", async () => {
  const office = await givenOffice();
  const { desk, unit, buyer } = office;
  await inTransaction((tx) => indexCustomer(tx, buyer.id));
  const dealId = await givenContract(office);
  const filed = `WQ${newId().slice(-8)}`;
  const recorded = `BA${newId().slice(-8)}`;
  await fileContract(desk.CLERK, { ...(await formOn(dealId)), number: filed, on: TODAY });
  await recordFiling(desk.CLERK, { ...(await formOn(dealId)), number: recorded, on: TODAY });
  const { subscription, contract } = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    include: { subscription: true, contract: true },
  });
  const signed = contract?.number ?? "";
  for (const query of [subscription?.number ?? "", signed, signed.slice(0, 8).toLowerCase(), filed, recorded, "wxm"]) {
    const deals = (await searchEverything(desk.MANAGER, query)).filter(({ subject }) => subject === "DEAL");
    expect(deals, query).toMatchObject([{ id: dealId, title: unit.label, state: "CONTRACTED" }]);
  }
});

it("finds no deal of a colleague by its number, and keeps the number when it is drafted anew", async () => {
  const office = await givenOffice();
  const { project, desk } = office;
  const dealId = await givenDraft(office);
  await draftSubscription(desk.CONSULTANT, await draftOf(office, dealId));
  const { number } = await db.subscription.findUniqueOrThrow({ where: { dealId } });
  expect(await searchEverything(desk.CONSULTANT, number)).toMatchObject([{ subject: "DEAL", id: dealId }]);
  expect(await searchEverything(await asStaff("CONSULTANT", project), number)).toEqual([]);
});
