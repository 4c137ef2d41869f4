import type { SaleState } from "~/domain/unit-state";

export const saleState: Record<SaleState, string> = {
  UNRELEASED: "Not released",
  WITHHELD: "Withheld",
  AVAILABLE: "Available",
  QUEUED: "Queued",
  HELD: "Held",
  RESERVED: "Reserved",
  CONTRACTED: "Contracted",
  FILED: "Filed",
  DELIVERED: "Delivered",
};

export const saleStateSign: Record<SaleState, string> = {
  UNRELEASED: "N",
  WITHHELD: "W",
  AVAILABLE: "A",
  QUEUED: "Q",
  HELD: "H",
  RESERVED: "R",
  CONTRACTED: "C",
  FILED: "F",
  DELIVERED: "D",
};
