import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AREA_BASES } from "~/domain/contract";
import { DEAL_STAGES } from "~/domain/deal-state";
import { DISCOUNT_KINDS } from "~/domain/discount";
import { ACCOUNTS } from "~/domain/ledger";
import { OWNERSHIP_FORMS } from "~/domain/ownership-shares";
import { DUE_EVENTS, PLAN_KINDS } from "~/domain/payment-plan";
import { ROLES } from "~/domain/permission";
import { PURSES } from "~/domain/receivable";
import { statesOf } from "~/domain/transition";
import { OPENING_CLAIM_STATES, RELEASE_STATES } from "~/domain/unit-state";

const FOLDER = "prisma/schema";
const SCHEMA = readdirSync(FOLDER).map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));

/** The values of every enum in the schema, by its name. */
const STORED = new Map(
  SCHEMA.flatMap((text) => [...text.matchAll(/^enum (\w+) \{([^}]*)\}/gm)]).map(([, name = "", body = ""]) => {
    const lines = body.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
    return [name, lines.filter((line) => line !== "" && !line.startsWith("@@"))] as const;
  }),
);

describe("domain and database name the same values", () => {
  it.each<[string, readonly string[]]>([
    ["Role", ROLES],
    ["DealStage", DEAL_STAGES],
    ["ReleaseState", RELEASE_STATES],
    ["OpeningState", OPENING_CLAIM_STATES],
    ["PriceBasis", AREA_BASES],
    ["OwnershipForm", OWNERSHIP_FORMS],
    ["DiscountKind", DISCOUNT_KINDS],
    ["PlanKind", PLAN_KINDS],
    ["DueEvent", DUE_EVENTS],
    ["Purse", PURSES],
    ["LedgerAccount", ACCOUNTS],
    ["FilingState", statesOf("filing")],
    ["LoanState", statesOf("loan")],
    ["HandoverState", statesOf("handover")],
    ["TitleState", statesOf("title")],
    ["PaymentStatus", statesOf("payment")],
    ["ReceiptStatus", statesOf("receipt")],
    ["ApprovalStatus", statesOf("approval")],
    ["PriceListStatus", statesOf("price_list")],
    ["ReleaseBatchStatus", statesOf("release_batch")],
  ])("%s", (name, values) => {
    expect(STORED.get(name)?.toSorted()).toEqual(values.toSorted());
  });
});
