import { describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { AREA_BASES, type ContractFacts, canContractDirectly, canSignContract, fileByOf } from "~/domain/contract";
import { DEAL_STAGES } from "~/domain/deal-state";
import { yuan } from "~/domain/money";
import { answerOf } from "./refused";

const TODAY = day("2026-03-02");

describe("a contract", () => {
  function facts(over: Partial<ContractFacts> = {}): ContractFacts {
    return {
      changeUnfinished: false,
      sealed: false,
      mortgagedWithoutConsent: false,
      firstPayment: yuan(300_000),
      receipted: yuan(300_000),
      signBy: TODAY,
      checklist: [{ name: "身份证", done: true }],
      areaBasis: "GROSS",
      ...over,
    };
  }

  it.each<[Partial<ContractFacts>, string]>([
    [{}, "allowed"],
    [{ changeUnfinished: true }, "change_unfinished"],
    [{ sealed: true }, "unit_sealed"],
    [{ mortgagedWithoutConsent: true }, "unit_mortgaged"],
    [{ receipted: yuan(299_999) }, "first_payment_not_receipted"],
    [{ signBy: day("2026-03-01") }, "past_sign_by"],
    [{ signBy: null }, "allowed"],
    [{ checklist: [{ name: "身份证", done: false }] }, "checklist_incomplete"],
    [{ checklist: [] }, "allowed"],
    [{ areaBasis: null }, "area_basis_missing"],
  ])("with %j: %s", (over, expected) => {
    expect(answerOf(canSignContract("RESERVED", facts(over), TODAY))).toBe(expected);
    expect(answerOf(canContractDirectly("-", true, facts(over), TODAY))).toBe(expected);
  });

  it.each(DEAL_STAGES)("at %s follows the table", (stage) => {
    const reserved = stage === "RESERVED" ? "allowed" : "wrong_state";
    expect(answerOf(canSignContract(stage, facts(), TODAY))).toBe(reserved);
    const direct = stage === "HELD" ? "allowed" : "wrong_state";
    expect(answerOf(canContractDirectly(stage, true, facts(), TODAY))).toBe(direct);
  });

  it("is direct only where the setting says so, and on any basis", () => {
    expect(answerOf(canContractDirectly("-", false, facts(), TODAY))).toBe("direct_not_allowed");
    for (const areaBasis of AREA_BASES) {
      expect(answerOf(canContractDirectly("-", true, facts({ areaBasis }), TODAY))).toBe("allowed");
    }
  });

  it("names what is missing, and the day to file", () => {
    const checklist = [
      { name: "身份证", done: false },
      { name: "购房资格证明", done: false },
    ];
    expect(canSignContract("RESERVED", facts({ checklist }), TODAY)).toMatchObject({
      refusal: { params: { missing: "身份证、购房资格证明" } },
    });
    expect(fileByOf(TODAY, 30)).toBe("2026-04-01");
  });
});
