import { readFile, writeFile } from "node:fs/promises";
import { afterAll, expect, it } from "vitest";
import { Refused } from "~/domain/refusal";
import { idNumberColumns } from "~/features/customers/id-number-at-rest.server";
import { DEAL_PAPERS, printPaper, printReceiptPaper, reopenPaper } from "~/features/deals/papers/print-paper.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { pathOfFile } from "~/platform/files.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, refused } from "../../support/given";
import { givenIdNumber } from "../../support/given-visitor";
import { textOfPdf } from "../../support/pdf-text";
import { givenContract, givenOffice, givenReserved, givenSigned, type Office } from "../../support/sell";

afterAll(() => closeDb());

const PORTAL = "https://sales.example.com/portal";

let cards = 0;

/** An office whose buyer's card is on record as the product keeps it. */
async function office(): Promise<{ office: Office; idNumber: string }> {
  const made = await givenOffice();
  const idNumber = givenIdNumber(cards++);
  await db.person.update({ where: { id: made.buyer.personId }, data: idNumberColumns(made.buyer.personId, idNumber) });
  return { office: made, idNumber };
}

const subscription = (ctx: Ctx, dealId: string) => printPaper(ctx, dealId, "subscription", PORTAL);

it("issues a paper once and serves the same bytes afterwards", async () => {
  const { office: made } = await office();
  const dealId = await givenSigned(made);
  const first = await subscription(made.desk.CLERK, dealId);
  const later = { ...made.desk.CLERK, now: new Date("2026-03-05T02:00:00Z") };
  const again = await subscription(later, dealId);
  expect(again.bytes.equals(first.bytes)).toBe(true);
  expect(await db.dealDocument.count({ where: { dealId } })).toBe(1);
  const [document] = await db.dealDocument.findMany({ where: { dealId } });
  expect(document).toMatchObject({ kind: "SUBSCRIPTION", edition: "FULL", version: 1, number: first.number });
  expect(await db.attachment.count({ where: { sha256: document?.sha256 ?? "" } })).toBe(1);
  const taken = await db.auditEntry.findMany({
    where: { subject: `deal:${dealId}`, action: { startsWith: "paper." } },
  });
  expect(taken.map(({ action }) => action)).toEqual(["paper.issued", "paper.printed"]);
});

it("makes a new version of a paper when its deal has changed, and keeps the old one", async () => {
  const { office: made } = await office();
  const dealId = await givenSigned(made);
  const signed = await subscription(made.desk.MANAGER, dealId);
  await db.person.update({ where: { id: made.buyer.personId }, data: { name: "王晓明" } });
  const renamed = await subscription(made.desk.MANAGER, dealId);
  expect(renamed.number).toBe(`${signed.number}-V2`);
  expect(textOfPdf(renamed.bytes)).toContain("王晓明");
  const [old] = await db.dealDocument.findMany({ where: { dealId }, orderBy: { version: "asc" } });
  expect((await reopenPaper(made.desk.MANAGER, dealId, old?.id ?? "")).bytes.equals(signed.bytes)).toBe(true);
});

it("prints ID numbers in clear only for those who may reveal them", async () => {
  const { office: made, idNumber } = await office();
  const dealId = await givenSigned(made);
  const full = await subscription(made.desk.CLERK, dealId);
  const masked = await subscription(made.desk.CONSULTANT, dealId);
  expect(textOfPdf(full.bytes)).toContain(idNumber);
  expect(textOfPdf(masked.bytes)).not.toContain(idNumber);
  expect(textOfPdf(masked.bytes)).toContain(idNumber.slice(-4));
  expect(masked.number).toBe(`${full.number}-M`);
  const clear = await db.dealDocument.findFirstOrThrow({ where: { dealId, edition: "FULL" } });
  expect(await attempt(reopenPaper(made.desk.CONSULTANT, dealId, clear.id))).toMatchObject(refused("not_permitted"));
  expect((await readFile(pathOfFile(clear.sha256))).includes(Buffer.from("%PDF"))).toBe(false);
});

it("issues one version when two print the same paper at the same moment", async () => {
  const { office: made } = await office();
  const dealId = await givenSigned(made);
  const printed = await Promise.all(Array.from({ length: 4 }, () => subscription(made.desk.CLERK, dealId)));
  expect(new Set(printed.map(({ bytes }) => bytes.toString("base64"))).size).toBe(1);
  expect(await db.dealDocument.count({ where: { dealId } })).toBe(1);
});

it("prints receipts, the contract's summary and the quotation", async () => {
  const { office: made } = await office();
  const dealId = await givenContract(made);
  const contract = await printPaper(made.desk.CLERK, dealId, "contract", PORTAL);
  const { number } = await db.contract.findUniqueOrThrow({ where: { dealId } });
  expect(textOfPdf(contract.bytes)).toContain(number);
  const quotation = await printPaper(made.desk.CONSULTANT, dealId, "quotation", PORTAL);
  expect(quotation.number).toMatch(/^ZY/);
  const english = await printPaper({ ...made.desk.CONSULTANT, locale: "en" }, dealId, "quotation", PORTAL);
  expect(english.number).toBe(`${quotation.number}-E`);
  const receipt = await db.receipt.findFirstOrThrow({ where: { dealId } });
  const paper = await printReceiptPaper(made.desk.CASHIER, dealId, receipt.id);
  expect(paper.number).toBe(receipt.number);
  expect(textOfPdf(paper.bytes)).toContain("人民币伍万元整");
});

it("has no paper of what does not exist yet", async () => {
  const { office: made } = await office();
  const dealId = await givenReserved(made);
  expect(await attempt(printPaper(made.desk.CLERK, dealId, "contract", PORTAL))).toMatchObject(refused("not_found"));
});

it("finds no paper for strangers: another project, a colleague's deal, a role without papers", async () => {
  const { office: made } = await office();
  const dealId = await givenReserved(made);
  const receipt = await db.receipt.findFirstOrThrow({ where: { dealId } });
  const document = { id: (await subscription(made.desk.CLERK, dealId)) && newId() };
  const elsewhere = await asStaff("CLERK", await givenProject());
  const colleague = await asStaff("CONSULTANT", made.project);
  for (const stranger of [elsewhere, colleague]) {
    for (const paper of DEAL_PAPERS) {
      expect(await attempt(printPaper(stranger, dealId, paper, PORTAL))).toMatchObject(refused("not_found"));
    }
    expect(await attempt(reopenPaper(stranger, dealId, document.id))).toMatchObject(refused("not_found"));
  }
  expect(await attempt(printReceiptPaper(colleague, dealId, receipt.id))).toMatchObject(refused("not_found"));
  const front = await asStaff("RECEPTIONIST", made.project);
  expect(await attempt(subscription(front, dealId))).toMatchObject(refused("not_permitted"));
  const controller = made.desk.CONTROLLER;
  expect(await attempt(printReceiptPaper(controller, dealId, receipt.id))).toMatchObject(refused("not_permitted"));
  await expect(printReceiptPaper(made.desk.CASHIER, dealId, newId())).rejects.toThrow(Refused);
});

it("never serves a paper whose file was changed", async () => {
  const { office: made } = await office();
  const dealId = await givenSigned(made);
  await subscription(made.desk.CLERK, dealId);
  const document = await db.dealDocument.findFirstOrThrow({ where: { dealId } });
  await writeFile(pathOfFile(document.sha256), "something else");
  await expect(subscription(made.desk.CLERK, dealId)).rejects.toThrow(/has changed/);
});
