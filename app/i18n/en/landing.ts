import type { landing as zh } from "../zh-CN/landing";

export const landing: Record<keyof typeof zh, string> = {
  title: "The sales office system",
  headline: "One home,\none true record,\nrelease to contract.",
  lead: "Loupan is an open, self-hosted system for a real-estate sales office: reception, the inventory board, reservations and contracts, payments and ledger. Desk, management and buyers see the same facts.",
  enter: "Sign in to work",
  buyerEntry: "Buyers' entrance",
  boardCaption: "The inventory board: each cell is a unit; colour, letter and pattern tell its state together",
  building: "Building {name}",
  pillarsTitle: "Built for the sales floor",
  oneUnitTitle: "One unit, one buyer",
  oneUnitText: "Two people press in the same millisecond: one gets it, the other knows at once who took it and when.",
  exactTitle: "Exact to the fen",
  exactText:
    "Money is counted in fen and areas in hundredths of a square metre; every price shows how it was worked out.",
  openTitle: "Your data stays yours",
  openText: "It runs on your own machine and starts with one command; backup, verification and export are at hand.",
  wingsTitle: "Four areas, one set of rules",
  onsiteText: "Reception, customers, board, quotations, reservations, contracts, filing, cashier and receipts.",
  managementText: "Cockpit, prices and discounts, releases, approvals and the ledger.",
  portalText: "My home, what to pay and when, papers and progress, phone first.",
  systemText: "People and grants, settings, audit, outbox and jobs.",
};
