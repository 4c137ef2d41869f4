/**
 * A screen and who sees most of it. `link`: the first such address on the page leads on; `after` follows it; `status`:
 * what it answers with, where that is an error.
 */
export type Screen = { route: string; path: string; link?: RegExp; after?: string; status?: number };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const to = (path: string) => new RegExp(`/${path.replace("*", ID)}$`);

const ONSITE = "/onsite/yunqi";
const MANAGEMENT = "/management/yunqi";

const ofCustomer = (step: string): Screen => ({
  route: `onsite+/$project.customers.$customerId${step && `.${step}`}`,
  path: `${ONSITE}/customers`,
  link: to("customers/*"),
  ...(step && { after: `/${step}` }),
});
const plain = (wing: "management" | "onsite", name: string): Screen => ({
  route: `${wing}+/$project.${name}`,
  path: `/${wing}/yunqi/${name.replace("._index", "").replaceAll(".", "/")}`,
});
/** Where no page is. */
const nowhere = (route: string, base: string): Screen => ({ route, path: `${base}/nowhere`, status: 404 });
const system = (name: string): Screen => ({
  route: `system+/${name}`,
  path: `/system/${name.replace("._index", "")}`,
});

/** Every screen, by the sign-in that looks at it; "" is nobody. */
export const SCREENS: Record<string, Screen[]> = {
  "": [
    { route: "_public+/_index", path: "/" },
    { route: "_public+/sign-in", path: "/sign-in" },
    { route: "_public+/sign-in", path: "/sign-in?door=buyer" },
    { route: "_public+/no-paper", path: "/no-paper?code=not_found", status: 404 },
    nowhere("_public+/$", ""),
  ],
  consultant: [
    { route: "_public+/account", path: "/account" },
    { route: "onsite+/$project._index", path: ONSITE },
    nowhere("onsite+/$project.$", ONSITE),
    plain("onsite", "board"),
    { route: "onsite+/$project.board", path: `${ONSITE}/board?view=table` },
    { route: "onsite+/$project.search", path: `${ONSITE}/search?q=138` },
    plain("onsite", "customers._index"),
    ...["", "buyer", "contact", "edit", "return"].map(ofCustomer),
    {
      route: "onsite+/$project.customers.claim.$customerId",
      path: `${ONSITE}/customers?pool=1`,
      link: to("customers/claim/*"),
    },
  ],
  manager: [
    { route: "onsite+/$project.board", path: `${ONSITE}/board?lens=consultant` },
    { route: "onsite+/$project_.board.wall", path: `${ONSITE}/board/wall` },
    { route: "onsite+/$project_.board.print", path: `${ONSITE}/board/print` },
    plain("onsite", "deals._index"),
    { route: "onsite+/$project.deals.$dealId._index", path: `${ONSITE}/deals`, link: to("deals/*") },
    { route: "onsite+/$project.deals.$dealId._index", path: `${ONSITE}/deals?stage=CONTRACTED`, link: to("deals/*") },
    {
      route: "onsite+/$project.customers.$customerId_.messages",
      path: `${ONSITE}/customers`,
      link: to("customers/*"),
      after: "/messages",
    },
    ofCustomer("reveal"),
    ofCustomer("transfer"),
    plain("management", "approvals"),
    plain("management", "substitutions"),
    { route: "management+/$project.approvals", path: `${MANAGEMENT}/approvals`, link: /ask=yes/ },
    { route: "management+/$project.approvals", path: `${MANAGEMENT}/approvals?tab=decided` },
    plain("management", "cockpit"),
    nowhere("management+/$project.$", MANAGEMENT),
  ],
  receptionist: [plain("onsite", "reception")],
  cashier: [
    plain("onsite", "cashier._index"),
    { route: "onsite+/$project.cashier._index", path: `${ONSITE}/cashier`, link: /\?deals=/ },
    plain("onsite", "receipts._index"),
    { route: "onsite+/$project.cashier.$paymentId", path: `${ONSITE}/receipts`, link: to("cashier/*") },
  ],
  clerk: [
    plain("management", "papers"),
    {
      route: "onsite+/$project.deals.$dealId.contract",
      path: `${ONSITE}/deals?stage=RESERVED`,
      link: to("deals/*"),
      after: "/contract",
    },
  ],
  planner: [
    plain("management", "import._index"),
    plain("management", "prices._index"),
    plain("management", "prices.new"),
    { route: "management+/$project.prices.$listId", path: `${MANAGEMENT}/prices`, link: to("prices/*") },
    plain("management", "releases._index"),
    { route: "management+/$project.releases.$batchId", path: `${MANAGEMENT}/releases`, link: to("releases/*") },
    plain("management", "releases.new"),
    plain("management", "schemes._index"),
    plain("management", "schemes.new"),
    plain("management", "plans._index"),
    plain("management", "plans.new"),
  ],
  finance: [plain("management", "ledger")],
  director: [
    { route: "onsite+/$project.customers._index", path: `${ONSITE}/customers?pool=due` },
    { ...ofCustomer("erase"), path: `${ONSITE}/customers?pool=due` },
    { route: "management+/$project.alerts", path: `${MANAGEMENT}/cockpit`, link: /alerts\?about=/ },
    { route: "management+/$project.facts", path: `${MANAGEMENT}/cockpit`, link: /facts\?/ },
  ],
  admin: [
    ...[
      "audit",
      "backups",
      "calendar",
      "health",
      "jobs",
      "outbox",
      "people._index",
      "settings._index",
      "sign-ins",
      "substitutions",
      "tokens",
    ].map(system),
    { route: "system+/people.$userId", path: "/system/people", link: to("people/*") },
    { route: "system+/settings.$key", path: "/system/settings", link: /settings\/\w+/ },
    nowhere("system+/$", "/system"),
  ],
};

/** Screens of the buyer, whom sell-a-unit.spec.ts brings in by phone and code. */
export const PORTAL: Screen[] = [
  { route: "portal+/homes._index", path: "/portal/homes" },
  { route: "portal+/messages", path: "/portal/messages" },
  { route: "portal+/homes.$homeId._index", path: "/portal/homes", link: to("homes/*") },
  nowhere("portal+/$", "/portal"),
];

/** Addresses that lead on at once, frames of others, and screens that the specs named here look at. */
export const ELSEWHERE = [
  "management+/$project",
  "management+/$project._index",
  "management+/_index",
  "onsite+/$project",
  "onsite+/_index",
  "portal+/_index",
  "portal+/_layout",
  "system+/_index",
  "system+/_layout",
  // sell-a-unit.spec.ts
  "management+/$project.import.$file",
  "management+/$project.import.run.$run",
  "onsite+/$project.units.$unitId.hold",
  "onsite+/$project.units.$unitId.quote",
  "onsite+/$project.deals.$dealId.draft",
  "onsite+/$project.receipts.$receiptId",
  "management+/$project.releases.$batchId_.edit",
  // sent-back.spec.ts
  "management+/$project.prices.$listId_.edit",
  // erase.spec.ts
  "onsite+/$project.customers.$customerId_.erased",
  // The demo has no advance to split.
  "onsite+/$project.cashier.$paymentId_.split",
];
