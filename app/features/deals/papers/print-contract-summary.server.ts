import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { Refused } from "~/domain/refusal";
import { db } from "~/platform/db.server";
import { projectSettings } from "~/platform/project-settings.server";
import { dayOf } from "~/platform/stored-day.server";
import { storedSchedule } from "../read-subscription.server";
import { type ContractContent, drawContractSummary } from "./draw-contract-summary.server";
import { type IssuedPaper, issuePaper, type Printer } from "./issue-paper.server";
import { type DealOnPaper, homesOf, partiesOf, placeOf, supervisedAccountOf } from "./paper-facts.server";
import { namesOf, type PrintInput } from "./print-subscription.server";

/** 合同摘要 of a deal whose contract is signed. Refuses `not_found` before. */
export async function printContractSummary(by: Printer, { deal, full }: PrintInput): Promise<IssuedPaper> {
  const content = await contentOf(deal, full);
  if (!content) throw new Refused({ code: "not_found" });
  const edition = full ? "FULL" : "MASKED";
  return issuePaper(by, {
    dealId: deal.id,
    kind: "CONTRACT_SUMMARY",
    reference: content.number,
    edition,
    content,
    draw: (printed) => drawContractSummary(content, edition, printed),
  });
}

async function contentOf(deal: DealOnPaper, full: boolean): Promise<ContractContent | null> {
  const { contract, subscription } = deal;
  if (!contract || !subscription) return null;
  const [prepared = "", approved = ""] = await namesOf([contract.preparedById, contract.approvedById]);
  const settings = await projectSettings(db, deal.projectId, dayOf(contract.signedOn), contract.enteredAt);
  const { filingDays, areaTolerancePpm, demandMonths, titleDays, penaltyLimitPpm, fundGuard, deedTaxGuard } = settings;
  return {
    place: placeOf(deal),
    account: supervisedAccountOf(deal),
    homes: homesOf(deal).map((home) => ({
      ...home,
      gross: contract.grossCentiares,
      internal: contract.internalCentiares,
    })),
    parties: partiesOf(deal, full),
    ownership: deal.ownershipForm,
    number: contract.number,
    signedOn: day(dayOf(contract.signedOn)),
    subscription: subscription.number,
    ...filingOf(deal),
    basis: contract.areaBasis,
    unitCentifen: contract.unitCentifen === null ? null : Number(contract.unitCentifen),
    price: fen(contract.priceFen),
    schedule: storedSchedule(subscription.schedule),
    plan: { name: subscription.planName, kind: subscription.planKind },
    hands: { prepared, approved },
    law: { filingDays, areaTolerancePpm, demandMonths, titleDays, penaltyLimitPpm, fundGuard, deedTaxGuard },
  };
}

function filingOf({ filing }: DealOnPaper): Pick<ContractContent, "filed" | "recorded"> {
  const step = (number: string | null, on: Date | null) => (number && on ? { number, on: dayOf(on) } : null);
  return {
    filed: filing && step(filing.number, filing.filedOn),
    recorded: filing && step(filing.recordNumber, filing.recordedOn),
  };
}
