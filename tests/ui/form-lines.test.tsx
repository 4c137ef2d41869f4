import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readPlan, readScheme, withLines } from "~/features/pricing/offer-form";
import { textsFor } from "~/i18n/catalogue.server";
import { TextsProvider } from "~/i18n/use-texts";
import { FormLines } from "~/ui/form-lines";

const form = (sent?: string) =>
  renderToStaticMarkup(
    <TextsProvider texts={textsFor("zh-CN")}>
      <FormLines sent={sent} title={(no) => `第 ${no} 项`} add="增加一项">
        {(line) => <input name={`name${line}`} />}
      </FormLines>
    </TextsProvider>,
  );

const SCHEME = { name: "金秋优惠", validFrom: "2026-03-01", lines: "0 1" };
const LINE = { name0: "九九折", kind0: "MULTIPLY", figure0: "99" };

describe("the lines of a form", () => {
  it("are sent to the server with what a button asks, where no script runs", () => {
    const html = form();
    expect(html).toContain('value="0 1"');
    expect(html).toMatch(/type="submit"[^>]*name="lineAsk" value="add"|name="lineAsk" value="add"[^>]*type="submit"/);
    expect(html).toContain('value="remove-1"');
  });

  it("are sent as they are by Enter: the first button of the form asks nothing of them", () => {
    expect(form().match(/<button[^>]*>/)?.[0]).not.toContain("lineAsk");
  });

  it("keep their numbers when one of them goes, and the last one stays", () => {
    expect(withLines({ ...SCHEME, lineAsk: "add" })).toMatchObject({ lines: "0 1 2" });
    expect(withLines({ ...SCHEME, lines: "0 1 2", lineAsk: "remove-1" })).toMatchObject({ lines: "0 2" });
    expect(withLines({ ...SCHEME, lines: "2", lineAsk: "remove-2" })).toMatchObject({ lines: "2" });
    expect(withLines(SCHEME)).toBeNull();
    expect(form("0 2")).toMatch(/name="name0".*第 2 项.*name="name2"/);
  });

  it("are taken for the first ones when somebody sends nonsense, and never for thousands", () => {
    expect(withLines({ lines: "x -1 1e9", lineAsk: "add" })).toMatchObject({ lines: "0 1 2" });
    const many = Array.from({ length: 900 }, (_, at) => at).join(" ");
    expect(withLines({ lines: many, lineAsk: "add" })?.lines?.split(" ")).toHaveLength(20);
  });
});

describe("a scheme as it was typed", () => {
  it("leaves out what is empty, wherever it stands", () => {
    const read = readScheme({ ...SCHEME, lines: "0 3 7", name7: "减点", kind7: "POINTS", figure7: "1", ...LINE });
    expect(read).toMatchObject({ ok: true, value: { lines: [{ name: "九九折" }, { name: "减点" }] } });
  });

  it("does not lose a figure without a name, or a term that is no number", () => {
    expect(readScheme({ ...SCHEME, ...LINE, figure1: "98" })).toEqual({
      ok: false,
      errors: { name1: ["form.required"] },
    });
    expect(readScheme({ ...SCHEME, ...LINE, sign0: "七" })).toEqual({ ok: false, errors: { sign0: ["form.number"] } });
    expect(readScheme({ ...SCHEME, lines: "4 5" })).toEqual({ ok: false, errors: { name4: ["form.required"] } });
  });
});

describe("a plan as it was typed", () => {
  it("says at the day that the day is missing", () => {
    const typed = { name: "两期", kind: "FULL", lines: "0", name0: "首期", share0: "REMAINDER", event0: "FIXED_DATE" };
    expect(readPlan(typed)).toEqual({ ok: false, errors: { on0: ["form.date"] } });
    expect(readPlan({ ...typed, on0: "2026-05-01" })).toMatchObject({ ok: true, value: { lines: [{ item: "首期" }] } });
  });
});
