import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { checkDataKeys } from "~/features/customers/check-data-keys.server";
import { getCustomer } from "~/features/customers/get-customer.server";
import { revealIdNumber } from "~/features/customers/reveal-id-number.server";
import { readDealOnPaper } from "~/features/deals/papers/paper-facts.server";
import { printSubscription } from "~/features/deals/papers/print-subscription.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { answerPdf } from "~/platform/pdf-response.server";
import { asStaff } from "../../support/given";
import { givenOffice, givenReserved } from "../../support/sell";

afterAll(closeDb);

/** As after a restore on a machine without the key: the bytes are whole, and nothing here opens them. */
async function givenLeftBehind(personId: string, keyId: string): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { idCipher: randomBytes(46), idKeyId: keyId } });
}

it("names the key that was left behind, and lets the rest of the page be read", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  const stored = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { customer: true } });
  const { id: customerId, personId } = stored.customer;
  await givenLeftBehind(personId, "k-2025");
  const refusal = { code: "data_key_missing", params: { key: "k-2025" } };

  expect(await checkDataKeys()).toContainEqual({ keyId: "k-2025", people: 1, refusal });
  const manager = await asStaff("MANAGER", office.project);
  expect(await getCustomer(manager, customerId)).toMatchObject({ idNumber: null, idUnreadable: refusal });
  const asked = { customerId, purpose: "VERIFY" as const };
  expect(await attempt(revealIdNumber(manager, asked))).toEqual({ ok: false, refusal });

  const onPaper = await readDealOnPaper(office.project.id, dealId);
  if (!onPaper) throw new Error("the deal is on paper");
  const request = new Request("http://office.test/paper.pdf", { headers: { Accept: "text/html" } });
  const paper = printSubscription(manager, { deal: onPaper, full: true, portal: "" });
  const led = await answerPdf(request, paper).catch((thrown: Response) => thrown);
  expect(led.headers.get("Location")).toBe("/no-paper?code=data_key_missing&key=k-2025");
});

it("tells a namesake of the key from a key that is gone", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  const { customer } = await db.deal.findUniqueOrThrow({ where: { id: dealId }, include: { customer: true } });
  await givenLeftBehind(customer.personId, "k1");
  const trouble = (await checkDataKeys()).find(({ keyId }) => keyId === "k1");
  expect(trouble?.refusal.code).toBe("data_key_other");
});
