import { describe, expect, it } from "vitest";
import { hideColumns, readHiddenColumns } from "~/ui/hidden-columns";

const read = (value: string) => readHiddenColumns(`locale=en; columns=${value}; theme=dark`);

describe("the columns that a reader does without", () => {
  it("are read back as they were chosen, table by table", () => {
    const one = hideColumns({}, "deals", ["step", "number"]);
    const two = hideColumns(read(one), "customers", ["source"]);
    expect(read(two)).toEqual({ deals: ["step", "number"], customers: ["source"] });
    expect(read(hideColumns(read(two), "deals", []))).toEqual({ customers: ["source"] });
  });

  it.each(["", "~~", "deals", "deals.", "deals.a b", "deals.<b>", `deals.${"x".repeat(31)}`, "%00", "__proto__.x"])(
    "that are not understood hide nothing: %s",
    (value) => {
      expect(read(value)).toEqual({});
    },
  );

  it("never grow without an end", () => {
    let value = "";
    for (let at = 0; at < 200; at++) {
      const table = `t${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`;
      value = hideColumns(read(value), table, Array(30).fill("x"));
    }
    expect(Object.keys(read(value))).toHaveLength(40);
    expect(hideColumns({}, "deals", Array(31).fill("x"))).toBe("");
  });
});
