import { z } from "zod";
import { DEAL_STAGES } from "~/domain/deal-state";
import type { DealDetail } from "~/features/deals/get-deal.server";
import { derivation, instalment } from "./price-wire";
import { centiares, day, fen, id, instant, ppm, text, version } from "./wire";

const party = z.object({ customerId: id.nullable(), name: text, phone: text.nullable() });

/** One deal: everything about it that the caller may see; phones are masked. */
export const deal = z
  .object({
    id,
    stage: z.enum(DEAL_STAGES),
    version,
    holdUntil: instant.nullable(),
    enteredAt: instant,
    endedAt: instant.nullable(),
    endReason: text.nullable(),
    consultant: z.object({ id, name: text }),
    customer: party,
    buyers: z.array(party.extend({ sharePpm: ppm.nullable() })),
    ownershipForm: text,
    units: z.array(z.object({ id, label: text, grossCentiares: centiares, given: z.boolean() })),
    subscription: z
      .object({
        number: text,
        state: text,
        planName: text,
        schemeFen: fen,
        dealFen: fen,
        earnestFen: fen,
        payBy: instant.nullable(),
        effectiveOn: day.nullable(),
        signBy: day.nullable(),
        derivation,
        schedule: z.array(instalment),
      })
      .nullable(),
    contract: z.object({ number: text, signedOn: day.nullable(), areaBasis: text, priceFen: fen }).nullable(),
    filing: z
      .object({ state: text, number: text.nullable(), filedOn: day.nullable(), recordNumber: text.nullable() })
      .nullable(),
    money: z.object({ owedFen: fen, paidFen: fen, openFen: fen, overdueFen: fen, receiptedFen: fen }),
    approvals: z.array(z.object({ id, kind: text, status: text, awaited: text.nullable(), mine: z.boolean() })),
    next: z.object({ action: text, who: text, mine: z.boolean() }).nullable(),
    history: z.array(z.object({ at: instant, event: text, by: text.nullable() })),
  })
  .meta({ id: "Deal" });

/** A deal's page in the names of the interface. */
export function dealAnswer({ consultant, consultantId, units, subscription, filing, money, ...detail }: DealDetail) {
  return {
    ...detail,
    consultant: { id: consultantId, name: consultant },
    buyers: detail.buyers,
    units: units.map(({ gross, ...unit }) => ({ ...unit, grossCentiares: gross })),
    subscription: subscription && subscriptionAnswer(subscription),
    filing: filing && { ...filing, filedOn: filing.filedOn?.toISOString().slice(0, 10) ?? null },
    money: {
      owedFen: money.owed,
      paidFen: money.paid,
      openFen: money.open,
      overdueFen: money.overdue,
      receiptedFen: money.receipted,
    },
  };
}

function subscriptionAnswer({ derivation, schedule, ...rest }: NonNullable<DealDetail["subscription"]>) {
  return {
    ...rest,
    derivation: {
      order: derivation.order,
      steps: derivation.steps.map(({ change, running, ...step }) => ({
        ...step,
        changeFen: change,
        runningFen: running,
      })),
      finalFen: derivation.final,
    },
    schedule: schedule.map(({ amount, ...line }) => ({ ...line, amountFen: amount })),
  };
}
