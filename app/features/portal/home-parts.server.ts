import type { DealStage } from "~/domain/deal-state";
import { fen } from "~/domain/money";
import { storedDerivation } from "~/features/deals/read-subscription.server";
import type { Prisma } from "~/platform/prisma/client";
import { dayOf, maybeDayOf } from "~/platform/stored-day.server";

/** What a buyer's pages read of a deal. Nothing of it is for staff alone: no floor price, no note, no reason. */
export const OWN = {
  project: { select: { name: true, city: true, address: true } },
  consultant: { select: { name: true } },
  claims: {
    select: {
      endedAt: true,
      unit: {
        select: {
          label: true,
          grossCentiares: true,
          internalCentiares: true,
          orientation: true,
          use: true,
          handoverPromisedOn: true,
          layout: { select: { name: true } },
          building: {
            select: {
              name: true,
              milestones: { select: { kind: true, plannedOn: true, actualOn: true } },
              phase: { select: { seller: { select: { name: true } } } },
            },
          },
        },
      },
    },
    orderBy: { since: "asc" },
  },
  subscription: {
    select: {
      number: true,
      planName: true,
      planKind: true,
      dealFen: true,
      derivation: true,
      signedAt: true,
      payBy: true,
      effectiveOn: true,
      signBy: true,
    },
  },
  contract: { select: { number: true, signedOn: true, priceFen: true } },
  filing: { select: { state: true, filedOn: true } },
  handover: { select: { state: true, deliveredOn: true } },
} as const satisfies Prisma.DealInclude;

export type OwnDeal = Prisma.DealGetPayload<{ include: typeof OWN }>;

/** A home by its names and areas. */
export function unitsOf({ claims }: OwnDeal) {
  const open = claims.filter(({ endedAt }) => endedAt === null);
  return (open.length > 0 ? open : claims).map(({ unit }) => ({
    label: unit.label,
    building: unit.building.name,
    layout: unit.layout?.name ?? null,
    orientation: unit.orientation,
    use: unit.use,
    gross: unit.grossCentiares,
    internal: unit.internalCentiares,
    handoverOn: maybeDayOf(unit.handoverPromisedOn),
  }));
}

/** The price once it is agreed: not before the office has signed. */
export function priceOf({ subscription, contract }: OwnDeal) {
  if (!subscription?.signedAt) return null;
  return {
    price: fen(contract?.priceFen ?? subscription.dealFen),
    plan: subscription.planName,
    derivation: derivationOf(subscription.derivation),
  };
}

/** The steps as the buyer saw them, without the ids of the office's lines. */
function derivationOf(stored: unknown) {
  const { order, steps, final } = storedDerivation(stored);
  return { order, final, steps: steps.map((step) => ({ ...step, lineId: null })) };
}

export const WAY = ["SUBSCRIBED", "SIGNED", "FILED", "PAID", "DELIVERED"] as const;
export type WayPoint = { name: (typeof WAY)[number]; on: string | null; done: boolean };

/** How far the home has come, from the subscription to the keys. */
export function wayOf(deal: OwnDeal, paid: boolean): WayPoint[] {
  const { subscription, contract, filing, handover } = deal;
  const filed = filing?.state === "FILED" || filing?.state === "RECORDED";
  const delivered = handover?.state === "DELIVERED" || handover?.state === "TRANSFERRED";
  const day = (on: Date | null | undefined) => (on ? dayOf(on) : null);
  return [
    { name: "SUBSCRIBED", on: day(subscription?.effectiveOn), done: subscription?.effectiveOn != null },
    { name: "SIGNED", on: day(contract?.signedOn), done: contract !== null },
    { name: "FILED", on: filed ? day(filing.filedOn) : null, done: filed },
    { name: "PAID", on: null, done: contract !== null && paid },
    { name: "DELIVERED", on: delivered ? day(handover.deliveredOn) : null, done: delivered },
  ];
}

const MILESTONES = ["PERMIT", "OPENING", "TOPPING_OUT", "COMPLETION", "HANDOVER"] as const;

/** The building's milestones, planned and reached, in the order of building. */
export function milestonesOf({ claims }: OwnDeal) {
  const known = claims[0]?.unit.building.milestones ?? [];
  return MILESTONES.flatMap((kind) => {
    const found = known.find((one) => one.kind === kind);
    return found ? [{ kind, plannedOn: maybeDayOf(found.plannedOn), actualOn: maybeDayOf(found.actualOn) }] : [];
  });
}

export type OwnStage = DealStage;
