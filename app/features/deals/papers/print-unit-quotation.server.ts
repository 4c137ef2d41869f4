import { dayIn } from "~/domain/calendar";
import { Refused } from "~/domain/refusal";
import { getCustomer } from "~/features/customers/get-customer.server";
import { type Quote, quoteUnit } from "~/features/pricing/quote-unit.server";
import type { QuoteWish } from "~/features/pricing/quote-wish";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { db, inTransaction } from "~/platform/db.server";
import { attach, keepFile } from "~/platform/files.server";
import { nextDocumentNumber } from "../document-number.server";
import { drawQuotation, type QuotationContent } from "./draw-quotation.server";
import type { IssuedPaper } from "./issue-paper.server";

export type UnitQuotation = { unitId: string; wish: QuoteWish; customerId: string | null; portal: string };

/**
 * 置业计划书 of a home before any deal, in the reader's language, numbered and kept with the home. Refuses what may
 * not be sold at that price.
 */
export async function printUnitQuotation(ctx: Ctx, asked: UnitQuotation): Promise<IssuedPaper> {
  const quote = await quoteUnit(ctx, asked.unitId, asked.wish);
  if (quote.refusal) throw new Refused(quote.refusal);
  const customer = asked.customerId && (await getCustomer(ctx, asked.customerId));
  const content = await contentOf(ctx, quote, customer ? customer.name : "");
  const number = await inTransaction((tx) => nextDocumentNumber(tx, ctx, "ZY"));
  const bytes = await drawQuotation(content, { number, version: 1, at: ctx.now }, asked.portal);
  const sha256 = await keepFile(bytes);
  const [name, subject] = [`${number}.pdf`, `unit:${asked.unitId}` as const];
  await inTransaction(async (tx) => {
    const kept = { projectId: ctx.projectId, subject, sha256, name, mediaType: "application/pdf" };
    const entered = { ...kept, bytes: bytes.length, byId: ctx.actorId, at: ctx.now };
    await attach(tx, entered);
    // It names the customer, with whom it goes.
    if (customer) await attach(tx, { ...entered, subject: `customer:${customer.id}` });
    await record(tx, ctx, { action: "quotation.printed", subject, after: { number } });
  });
  return { number, fileName: name, bytes };
}

async function contentOf(ctx: Ctx, quote: Quote, forName: string): Promise<QuotationContent> {
  const { unit, price, loan, costs, planName, planKind } = quote;
  if (!price) throw new Refused({ code: "price_missing" });
  const project = await db.project.findUniqueOrThrow({ where: { id: ctx.projectId } });
  return {
    locale: ctx.locale,
    place: {
      project: project.name,
      city: project.city,
      address: project.address,
      seller: unit.sellerName,
      licence: "",
    },
    homes: [
      {
        label: unit.label,
        building: unit.buildingName,
        layout: unit.layout?.name ?? "",
        orientation: unit.orientation,
        use: unit.use,
        gross: unit.gross,
        internal: unit.internal,
        forecast: unit.buildingKind === "PRESALE" && unit.surveyedGross === null,
        permit: unit.permitNumber ?? "",
        fittingOut: unit.fittingOut,
        handover: unit.handoverPromisedOn,
        legalAddress: unit.legalAddress,
      },
    ],
    forName,
    consultant: ctx.actorName,
    quotedOn: dayIn(ctx.timeZone, ctx.now),
    derivation: price.derivation,
    plan: planName && planKind ? { name: planName, kind: planKind } : null,
    schedule: price.schedule,
    loans: (loan?.loans ?? []).map(({ kind, principal, rate }) => ({
      kind: kind === "BANK" ? "commercial" : "provident",
      principal,
      ratePpm: rate,
      years: (loan?.months ?? 0) / 12,
    })),
    costs,
  };
}
