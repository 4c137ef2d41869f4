/** What a row says about the sale. Sold rows come in with an opening claim at that stage. */
export const IMPORTED_STATUSES = ["FOR_SALE", "RESERVED", "CONTRACTED", "FILED"] as const;
export type ImportedStatus = (typeof IMPORTED_STATUSES)[number];

export const IMPORTED_USES = ["RESIDENCE", "SHOP", "OFFICE", "PARKING", "STORAGE"] as const;
export type ImportedUse = (typeof IMPORTED_USES)[number];

/** Status words of the cities met so far; a profile adds its own. */
export const STATUS_WORDS: Readonly<Record<string, ImportedStatus>> = {
  在售: "FOR_SALE",
  待售: "FOR_SALE",
  可售: "FOR_SALE",
  未售: "FOR_SALE",
  期房待售: "FOR_SALE",
  现房待售: "FOR_SALE",
  已签认购书: "RESERVED",
  已认购: "RESERVED",
  认购: "RESERVED",
  已签预售合同: "CONTRACTED",
  已签买卖合同: "CONTRACTED",
  已签合同: "CONTRACTED",
  已签约: "CONTRACTED",
  签约: "CONTRACTED",
  已售: "CONTRACTED",
  已网签: "FILED",
  网签: "FILED",
  已备案: "FILED",
  备案: "FILED",
  已产权备案: "FILED",
};

const USE_WORDS: Readonly<Record<string, ImportedUse>> = {
  住宅: "RESIDENCE",
  普通住宅: "RESIDENCE",
  公寓: "RESIDENCE",
  商务公寓: "RESIDENCE",
  别墅: "RESIDENCE",
  商业: "SHOP",
  商铺: "SHOP",
  店铺: "SHOP",
  商业用房: "SHOP",
  办公: "OFFICE",
  写字楼: "OFFICE",
  办公用房: "OFFICE",
  车位: "PARKING",
  车库: "PARKING",
  停车位: "PARKING",
  机动车位: "PARKING",
  储藏室: "STORAGE",
  储藏间: "STORAGE",
  仓储: "STORAGE",
};

export function knownUse(text: string): ImportedUse | null {
  return USE_WORDS[text.trim()] ?? null;
}

/** null: nobody has said yet what this word means. */
export function knownStatus(text: string, own: Readonly<Record<string, ImportedStatus>>): ImportedStatus | null {
  const word = text.trim();
  return own[word] ?? STATUS_WORDS[word] ?? null;
}

/** `--`, `/` and the like stand for "nothing" in official lists. */
export function meaningful(text: string): string {
  const tidy = text.trim();
  return /^(?:-+|—+|\/+|无)$/.test(tidy) ? "" : tidy;
}
