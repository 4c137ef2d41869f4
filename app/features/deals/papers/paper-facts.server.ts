import { maskIdNumber, openIdNumber } from "~/features/customers/id-number-at-rest.server";
import { maskPhone } from "~/features/customers/phone";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { maybeDayOf } from "~/platform/stored-day.server";

const READ = {
  project: true,
  consultant: { select: { name: true } },
  customer: { include: { person: { include: { phones: { where: { primary: true } } } } } },
  buyers: { include: { person: { include: { phones: { where: { primary: true } } } } }, orderBy: { position: "asc" } },
  claims: {
    include: {
      unit: {
        include: {
          ...{ layout: true, permit: { include: { supervisedAccount: true } } },
          building: { include: { phase: { include: { seller: true } } } },
        },
      },
    },
    orderBy: { since: "asc" },
  },
  subscription: true,
  contract: true,
  filing: true,
} as const satisfies Prisma.DealInclude;

export type DealOnPaper = Prisma.DealGetPayload<{ include: typeof READ }>;

/** Everything that papers of a deal say, as it stands now; null where there is no such deal in the project. */
export function readDealOnPaper(projectId: string, dealId: string): Promise<DealOnPaper | null> {
  return db.deal.findFirst({ where: { id: dealId, projectId }, include: READ });
}

export type Party = {
  name: string;
  idKind: string | null;
  idNumber: string;
  phone: string;
  address: string;
  sharePpm: number | null;
};

/** The buyers, or the customer while there are none. ID numbers, phones and addresses in clear only in `full`. */
export function partiesOf({ buyers, customer }: DealOnPaper, full: boolean): Party[] {
  const people = buyers.length > 0 ? buyers : [{ person: customer.person, sharePpm: null }];
  return people.map(({ person, sharePpm }) => {
    const phone = person.phones[0]?.e164 ?? "";
    return {
      name: person.name,
      idKind: person.idKind,
      idNumber: idOf(person, full),
      phone: full ? phone.replace(/^\+86/, "") : phone && maskPhone(phone),
      address: full ? person.address : "",
      sharePpm,
    };
  });
}

/** Who sells, where and with what permit: the same for all homes of a deal. */
export function placeOf({ project, claims }: DealOnPaper) {
  const seller = claims[0]?.unit.building.phase.seller;
  return {
    project: project.name,
    city: project.city,
    address: project.address,
    seller: seller?.name ?? "",
    licence: seller?.licenceNumber ?? "",
  };
}
export type PaperPlace = ReturnType<typeof placeOf>;

/** Where the law wants the money of a presale home paid to (城市商品房预售管理办法 第11条); "" where it names no place. */
export function supervisedAccountOf({ claims }: DealOnPaper): string {
  const presale = claims.find(({ unit }) => unit.building.kind === "PRESALE");
  const account = presale?.unit.permit?.supervisedAccount;
  return account ? `${account.bank} ${account.name} ${account.number}` : "";
}

/** The homes of a deal: those it holds, or held last. */
export function homesOf({ claims }: DealOnPaper) {
  const open = claims.filter(({ endedAt }) => endedAt === null);
  return (open.length > 0 ? open : claims).map(({ unit }) => ({
    label: unit.label,
    building: unit.building.name,
    layout: unit.layout?.name ?? "",
    orientation: unit.orientation,
    use: unit.use,
    gross: unit.grossCentiares,
    internal: unit.internalCentiares,
    forecast: unit.building.kind === "PRESALE" && unit.surveyedGrossCentiares === null,
    permit: unit.permit?.number ?? "",
    fittingOut: unit.fittingOut,
    handover: maybeDayOf(unit.handoverPromisedOn),
    legalAddress: unit.legalAddress,
  }));
}
export type PaperHome = ReturnType<typeof homesOf>[number];

function idOf(person: DealOnPaper["customer"]["person"], full: boolean): string {
  const number = openIdNumber(person);
  if (!number) return "";
  return full ? number : maskIdNumber(number);
}
