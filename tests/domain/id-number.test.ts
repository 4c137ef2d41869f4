import { describe, expect, it } from "vitest";
import { checkDigit, normalIdNumber, parseIdNumber } from "~/domain/id-number";
import { csvRows, sharedData } from "../support/shared-data";

const FILE = sharedData("vectors/id-number.csv");

function codeOf(text: string): string {
  const read = parseIdNumber(text);
  return read.ok ? "valid" : read.refusal.code;
}

describe("identity numbers", () => {
  it.each([
    ["11010519491231002X", "1949-12-31", "FEMALE"],
    ["440524188001010014", "1880-01-01", "MALE"],
    ["370101190102039973", "1901-02-03", "MALE"],
    [" 11010519491231002x ", "1949-12-31", "FEMALE"],
    ["１１０１０５１９４９１２３１００２Ｘ", "1949-12-31", "FEMALE"],
  ])("%s was born on %s, %s", (text, birthday, sex) => {
    expect(parseIdNumber(text)).toMatchObject({ ok: true, id: { birthday, sex, number: normalIdNumber(text) } });
  });

  it.each([
    ["11010119900307182X", "id_check_digit_wrong"],
    ["110105194912310021", "id_check_digit_wrong"],
    ["110105194902310026", "id_number_invalid"],
    ["110105491231002", "id_number_invalid"],
    ["11010519491231002X1", "id_number_invalid"],
    ["11010519491231002Y", "id_number_invalid"],
    ["010105194912310026", "id_number_invalid"],
    ["", "id_number_invalid"],
    ["'; DROP TABLE users; --", "id_number_invalid"],
  ])("%s: %s", (text, expected) => {
    expect(codeOf(text)).toBe(expected);
  });

  it("know their region and check digit", () => {
    expect(parseIdNumber("11010519491231002X")).toMatchObject({ id: { region: "110105" } });
    expect(checkDigit("110101199003071820")).toBe("3");
  });

  it.skipIf(!FILE)("are judged as in the examples", () => {
    for (const { id = "", valid = "", note = "" } of csvRows(FILE ?? "")) {
      if (valid === "normalise") expect(normalIdNumber(id)).toBe(/folds to (\S+)/.exec(note)?.[1]);
      else expect(codeOf(id) === "valid", id).toBe(valid === "1");
    }
  });
});
