/** Papers that identify a buyer. */
export const ID_KINDS = [
  "ID_CARD",
  "PASSPORT",
  "HK_MACAO_PERMIT",
  "TAIWAN_PERMIT",
  "RESIDENCE_PERMIT",
  "BUSINESS_LICENCE",
] as const;
export type IdKind = (typeof ID_KINDS)[number];
