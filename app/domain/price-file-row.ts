import { type Centiares, centiares } from "./area";
import { type Fen, fen, partOf } from "./money";
import type { PriceField } from "./price-file-fields";
import { parseFigure } from "./price-file-number";
import type { RowProblem, RowWarning } from "./price-file-problem";
import { type PriceFileProfile, sourceOf, valueAt } from "./price-file-profile";
import type { SheetRow } from "./price-file-sheet";
import { type ImportedStatus, type ImportedUse, knownStatus, knownUse, meaningful } from "./price-file-words";
import { ppm } from "./rate";
import { totalOf, type UnitPrice, unitPrice } from "./unit-price";

/** A unit as a file has it. Texts are the file's own; what they mean is settled by `app/domain/unit-label.ts`. */
export type FiledUnit = {
  row: number;
  number: string;
  buildingText: string;
  entranceText: string;
  floorText: string;
  layout: string;
  orientation: string;
  use: ImportedUse;
  grossCentiares: Centiares;
  internalCentiares: Centiares | null;
  surveyedGrossCentiares: Centiares | null;
  surveyedInternalCentiares: Centiares | null;
  /** The total as filed; where the file prints none, unit price × area, half up to the fen. */
  filedFen: Fen | null;
  unitPriceCentifen: UnitPrice | null;
  internalUnitPriceCentifen: UnitPrice | null;
  status: ImportedStatus;
  statusText: string;
  contractNumber: string;
  note: string;
};

export type RowReading = { unit: FiledUnit | null; problems: RowProblem[]; warnings: RowWarning[] };

const MAX_AREA = 2_000_000_000;
const DECIMALS = { area: 2, money: 2, unitPrice: 4 } as const;

/** One row read under a profile: a unit, or the reasons why not. */
export function readRow(profile: PriceFileProfile, row: SheetRow): RowReading {
  const reader = new RowReader(profile, row);
  const unit = reader.unit();
  const { problems, warnings } = reader;
  return { unit: problems.length === 0 ? unit : null, problems, warnings: problems.length === 0 ? warnings : [] };
}

class RowReader {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowWarning[] = [];

  constructor(
    private readonly profile: PriceFileProfile,
    private readonly row: SheetRow,
  ) {}

  unit(): FiledUnit {
    const number = this.text("number");
    if (!number) this.refuse("number", "number_missing");
    const areas = {
      grossCentiares: this.area("grossArea") ?? this.missingArea(),
      internalCentiares: this.area("internalArea"),
      surveyedGrossCentiares: this.area("surveyedGrossArea"),
      surveyedInternalCentiares: this.area("surveyedInternalArea"),
    };
    const prices = this.prices(areas);
    const texts = {
      buildingText: this.text("building"),
      entranceText: this.text("entrance"),
      floorText: this.text("floor"),
      layout: this.text("layout"),
      orientation: this.text("orientation"),
      note: this.text("note"),
    };
    const sale = this.sale();
    const unit = { row: this.row.row, number, ...areas, ...prices, ...texts, ...sale, use: this.use() };
    this.warn(unit);
    return unit;
  }

  private prices(areas: { grossCentiares: Centiares; internalCentiares: Centiares | null }) {
    const onInternal = /按(?:套内|户内)/.test(this.text("grossUnitPrice"));
    const first = this.price("grossUnitPrice");
    const unitPriceCentifen = onInternal ? null : first;
    const internalUnitPriceCentifen = onInternal ? first : this.price("internalUnitPrice");
    const products = [
      product(unitPriceCentifen, areas.grossCentiares),
      product(internalUnitPriceCentifen, areas.internalCentiares),
    ].filter((total) => total !== null);
    const total = this.figure("filedTotal", DECIMALS.money);
    const filedFen = total === null ? (products[0] ?? null) : fen(total);
    if (filedFen !== null) this.compare(filedFen, products);
    return { filedFen, unitPriceCentifen, internalUnitPriceCentifen };
  }

  /**
   * Lists that price by internal area print a gross price that is only derived, and the other way round: a total that
   * agrees with one of the products is what was meant. The difference is told to price × gross area where there is one.
   */
  private compare(filed: Fen, products: readonly Fen[]): void {
    const [usual] = products;
    if (usual === undefined || products.some((product) => withinTolerance(filed, product))) return;
    const params = { differenceFen: filed - usual, filedFen: filed };
    this.warnings.push({ ...this.place("filedTotal"), code: "total_differs", params });
  }

  private sale(): { status: ImportedStatus; statusText: string; contractNumber: string } {
    const contractNumber = this.text("contractNumber");
    const statusText = this.text("status");
    const contracted = { status: "CONTRACTED", statusText, contractNumber } as const;
    if (!sourceOf(this.profile, "status")) return contractNumber ? contracted : { ...contracted, status: "FOR_SALE" };
    const status = knownStatus(statusText, this.profile.statusWords);
    if (!status) this.refuse("status", "status_unknown", statusText);
    return { ...contracted, status: status ?? "FOR_SALE" };
  }

  private use(): ImportedUse {
    const text = this.text("use");
    const use = text ? knownUse(text) : "RESIDENCE";
    if (!use) this.refuse("use", "use_unknown", text);
    return use ?? "RESIDENCE";
  }

  private warn(unit: FiledUnit): void {
    const priced = ["filedTotal", "grossUnitPrice", "internalUnitPrice"] as const;
    const priceColumn = priced.find((field) => sourceOf(this.profile, field));
    if (priceColumn && unit.filedFen === null && unit.status === "FOR_SALE") {
      this.warnings.push({ ...this.place(priceColumn), code: "price_missing" });
    }
    if (unit.internalCentiares === null && sourceOf(this.profile, "internalArea")) {
      this.warnings.push({ ...this.place("internalArea"), code: "internal_area_missing" });
    }
    if (unit.internalCentiares !== null && unit.internalCentiares > unit.grossCentiares) {
      this.warnings.push({ ...this.place("internalArea"), code: "internal_above_gross" });
    }
    if (unit.status === "FOR_SALE" && unit.contractNumber) {
      this.warnings.push({ ...this.place("contractNumber"), code: "contract_on_unsold_unit" });
    }
  }

  private missingArea(): Centiares {
    const refused = this.problems.some((problem) => problem.column === this.place("grossArea").column);
    if (!refused) this.refuse("grossArea", "area_missing");
    return centiares(0);
  }

  private area(field: PriceField): Centiares | null {
    const area = this.figure(field, DECIMALS.area, MAX_AREA);
    return area === null ? null : centiares(area);
  }

  private price(field: PriceField): UnitPrice | null {
    const price = this.figure(field, DECIMALS.unitPrice);
    return price === null ? null : unitPrice(price);
  }

  private figure(field: PriceField, decimals: number, max: number = Number.MAX_SAFE_INTEGER): number | null {
    const text = this.text(field);
    const inTenThousands = /万/.test(sourceOf(this.profile, field)?.name ?? "");
    const parsed = parseFigure(text && inTenThousands && !/万/.test(text) ? `${text}万` : text, decimals, max);
    if (parsed.kind === "PROBLEM") this.refuse(field, parsed.code, text);
    return parsed.kind === "NUMBER" ? parsed.value : null;
  }

  private text(field: PriceField): string {
    const source = sourceOf(this.profile, field);
    return source ? meaningful(valueAt(this.row.cells, source) ?? "") : "";
  }

  private refuse(field: PriceField, code: RowProblem["code"], found?: string): void {
    this.problems.push({ ...this.place(field), code, ...(found === undefined ? {} : { params: { found } }) });
  }

  private place(field: PriceField): { row: number; column: string | null } {
    return { row: this.row.row, column: sourceOf(this.profile, field)?.name ?? null };
  }
}

function product(price: UnitPrice | null, area: Centiares | null): Fen | null {
  return price === null || area === null ? null : totalOf(price, area, "HALF_UP");
}

/** Our own rule: a filed total may differ from unit price × area by 0.5 % before somebody has to look at it. */
export const FILED_TOTAL_TOLERANCE = ppm(5_000);

export function withinTolerance(filed: Fen, product: Fen): boolean {
  return Math.abs(filed - product) <= partOf(product, FILED_TOTAL_TOLERANCE, "DOWN");
}
