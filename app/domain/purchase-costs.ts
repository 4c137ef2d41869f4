import type { Centiares } from "./area";
import { type Fen, fen, partOf, sumFen, yuan } from "./money";
import { type Ppm, ppm, WHOLE } from "./rate";
import { quotient } from "./rounding";
import type { SettingKey, Settings } from "./setting";
import type { COSTS } from "./settings/costs";

/** Which home it is for the family (buyer, spouse and minor children): 首套, 二套, 三套及以上. */
export const HOME_ORDERS = ["FIRST", "SECOND", "FURTHER"] as const;
export type HomeOrder = (typeof HOME_ORDERS)[number];

/** What a unit is used as, as far as taxes and fees tell it apart. */
type Use = "RESIDENCE" | "SHOP" | "OFFICE" | "PARKING" | "STORAGE";
export type Purchase = { price: Fen; gross: Centiares; use: Use; homeOrder: HomeOrder };

/** Why a deed tax rate counts: the family's first or second home up to the limit or above it, a further one, no home. */
export type DeedTaxCase = "FIRST_SMALL" | "FIRST_LARGE" | "SECOND_SMALL" | "SECOND_LARGE" | "FURTHER" | "OTHER";

/** One tax or fee with the figures it comes from: base × rate, area × amount per ㎡, or an amount by the piece. */
export type CostLine =
  | { kind: "DEED_TAX"; because: DeedTaxCase; limit: Centiares; base: Fen; rate: Ppm; amount: Fen }
  | { kind: "STAMP_DUTY"; base: Fen; rate: Ppm; amount: Fen }
  | { kind: "MAINTENANCE_FUND"; area: Centiares; perSquareMetre: Fen; amount: Fen }
  | { kind: "REGISTRATION_FEE"; amount: Fen };

/** What a buyer pays besides the price; `homeOrder` null where the unit is no home and it does not matter. */
export type PurchaseCosts = {
  homeOrder: HomeOrder | null;
  /** The price with VAT, the VAT rate in it, and the price without: what the taxes count by. */
  price: Fen;
  vat: Ppm;
  net: Fen;
  lines: readonly CostLine[];
  total: Fen;
};

/** The settings that rule taxes and fees. */
export type CostSettings = Pick<Settings, keyof typeof COSTS & SettingKey>;

/** What is assumed of a customer who said whether it is the first home; the first where nothing is known. */
export function usualHomeOrder(firstHome: boolean | null): HomeOrder {
  return firstHome === false ? "SECOND" : "FIRST";
}

const CENTIARES_PER_SQUARE_METRE = 100;

/**
 * Taxes and fees of a new unit that a person buys. The price without VAT is rounded half up to the fen, as an invoice
 * states it; each tax is that times its rate, half up to the fen. Persons pay no stamp duty on a home
 * (财税〔2008〕137号); parking and storage are registered at the fee of homes (财税〔2019〕45号).
 */
export function purchaseCosts(purchase: Purchase, settings: CostSettings): PurchaseCosts {
  const { price, use } = purchase;
  const home = use === "RESIDENCE";
  const vat = ppm(settings.vatPpm);
  const net = fen(quotient(BigInt(price) * BigInt(WHOLE), BigInt(WHOLE + vat), "HALF_UP"));
  const lines = [
    deedTax(purchase, net, settings),
    ...(home ? [] : [stampDuty(net, settings)]),
    maintenanceFund(purchase, settings),
    registrationFee(use, settings),
  ];
  const total = sumFen(lines.map(({ amount }) => amount));
  return { homeOrder: home ? purchase.homeOrder : null, price, vat, net, lines, total };
}

function deedTax(purchase: Purchase, base: Fen, settings: CostSettings): CostLine {
  const limit = (settings.deedTaxAreaLimit * CENTIARES_PER_SQUARE_METRE) as Centiares;
  const because = deedTaxCase(purchase, limit);
  const rates: Record<DeedTaxCase, number> = {
    FIRST_SMALL: settings.deedTaxFirstSmallPpm,
    FIRST_LARGE: settings.deedTaxFirstLargePpm,
    SECOND_SMALL: settings.deedTaxSecondSmallPpm,
    SECOND_LARGE: settings.deedTaxSecondLargePpm,
    FURTHER: settings.deedTaxFurtherPpm,
    OTHER: settings.deedTaxFurtherPpm,
  };
  const rate = ppm(rates[because]);
  return { kind: "DEED_TAX", because, limit, base, rate, amount: partOf(base, rate, "HALF_UP") };
}

/** A home of exactly the limit is still a small one. */
function deedTaxCase({ use, gross, homeOrder }: Purchase, limit: Centiares): DeedTaxCase {
  if (use !== "RESIDENCE") return "OTHER";
  if (homeOrder === "FURTHER") return "FURTHER";
  return `${homeOrder}_${gross <= limit ? "SMALL" : "LARGE"}`;
}

function stampDuty(base: Fen, settings: CostSettings): CostLine {
  const rate = ppm(settings.stampDutyPpm);
  return { kind: "STAMP_DUTY", base, rate, amount: partOf(base, rate, "HALF_UP") };
}

function maintenanceFund({ gross }: Purchase, { maintenanceFundYuan }: CostSettings): CostLine {
  const perSquareMetre = yuan(maintenanceFundYuan);
  const product = BigInt(perSquareMetre) * BigInt(gross);
  const amount = fen(quotient(product, BigInt(CENTIARES_PER_SQUARE_METRE), "HALF_UP"));
  return { kind: "MAINTENANCE_FUND", area: gross, perSquareMetre, amount };
}

function registrationFee(use: Use, settings: CostSettings): CostLine {
  const byPiece = use === "SHOP" || use === "OFFICE" ? settings.registrationOtherYuan : settings.registrationHomeYuan;
  return { kind: "REGISTRATION_FEE", amount: yuan(byPiece) };
}
