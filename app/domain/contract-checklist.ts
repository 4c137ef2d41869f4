/** 签约资料: what lies on the table before a contract is signed. */
export const CONTRACT_PAPERS = [
  "IDENTITY",
  "HOUSEHOLD",
  "MARITAL",
  "ELIGIBILITY",
  "SUBSCRIPTION",
  "FIRST_PAYMENT",
] as const;
export type ContractPaper = (typeof CONTRACT_PAPERS)[number];

/** The whole list, with what is there. */
export function contractChecklist(there: Iterable<ContractPaper>): { name: ContractPaper; done: boolean }[] {
  const present = new Set(there);
  return CONTRACT_PAPERS.map((name) => ({ name, done: present.has(name) }));
}
