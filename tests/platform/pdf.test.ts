import { expect, it } from "vitest";
import { makePdf, paragraph, type Sheet } from "~/platform/pdf.server";
import { signsOf } from "~/platform/pdf-fonts.server";
import { table } from "~/platform/pdf-table.server";
import { linesOf } from "~/platform/pdf-text.server";
import { pagesOfPdf, textOfPdf } from "../support/pdf-text";

const INFO = { title: "试", author: "测", at: new Date("2026-03-02T02:00:00Z") };
const EDGES = {
  issuer: "项目公司",
  place: "楼盘",
  number: "编号",
  edition: "第 1 版",
  footer: "脚",
  pageOf: (page: number, pages: number) => `${page}/${pages}`,
};
const pdf = (write: (sheet: Sheet) => void) => makePdf(INFO, EDGES, write);
const LOOK = { size: 10 };
const broken = (text: string, width: number) =>
  linesOf(text, width, LOOK).map((line) => line.map((sign) => sign.text).join(""));

it("writes each sign in a font that has it, and a box where none has", () => {
  const faces = (text: string) => signsOf(text, "regular").map(({ face, text: shown }) => `${face}:${shown}`);
  expect(faces("李𠮷龘")).toEqual(["sc-regular:李", "jp-regular:𠮷", "sc-regular:龘"]);
  expect(faces("王😀")).toEqual(["sc-regular:王", "sc-regular:□"]);
  // One sign of several code points is one box.
  expect(faces("👨‍👩‍👧")).toEqual(["sc-regular:□"]);
});

it("draws names of any script without failing, and drops what is never drawn", async () => {
  const names = ["محمد بن سلمان", "דוד", "👩🏽‍💻", "\u202eevil\u202c", "a\u0000b", "\ud800", "नमस्ते", "é\u0301\u0302"];
  const text = textOfPdf(await pdf((sheet) => names.forEach((name) => void paragraph(sheet, `甲${name}乙`))));
  expect(text).toContain("甲evil乙");
  expect(text).toContain("甲ab乙");
  expect(text.match(/甲[^乙]+乙/g)).toHaveLength(names.length);
});

it("breaks lines as Chinese papers do", () => {
  expect(broken("一二三四五六", 40)).toEqual(["一二三四", "五六"]);
  // No line begins with a closing sign, none ends with an opening one, and words stay whole.
  expect(broken("一二三四，五六", 40)).toEqual(["一二三", "四，五六"]);
  expect(broken("一二三（四五）", 40)).toEqual(["一二三", "（四五）"]);
  expect(broken("一二 Wolfgang", 50)).toEqual(["一二", "Wolfgang"]);
  expect(broken("一\n二", 50)).toEqual(["一", "二"]);
});

it("breaks a word that is wider than the line", () => {
  const lines = broken("A".repeat(80), 60);
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.join("")).toBe("A".repeat(80));
});

it("repeats a table's head on every page and tears no row", async () => {
  const rows = Array.from({ length: 80 }, (_, at) => [`第 ${at + 1} 期`, "100.00"]);
  const columns = [
    { title: "款项", share: 1 },
    { title: "金额", share: 1 },
  ];
  const pages = pagesOfPdf(await pdf((sheet) => table(sheet, { columns, rows, total: ["合计", "9,000.00"] })));
  expect(pages.length).toBe(3);
  for (const [at, page] of pages.entries()) {
    expect(page.split("\n")[0]).toBe("款项");
    expect(page).toContain(`${at + 1}/${pages.length}`);
  }
  expect(pages.join("\n").match(/第 \d+ 期/g)).toHaveLength(80);
  expect(pages.at(-1)).toContain("9,000.00");
});

it("keeps a total with the line above it, wherever the page ends", async () => {
  for (let lines = 28; lines < 42; lines += 1) {
    const rows = Array.from({ length: lines }, (_, at) => [`第${at + 1}期`]);
    const columns = [{ title: "款项", share: 1 }];
    const pages = pagesOfPdf(await pdf((sheet) => table(sheet, { columns, rows, total: ["合计"] })));
    expect(pages.at(-1)).toContain(`第${lines}期`);
  }
});

it("gives the same bytes for the same content at the same moment", async () => {
  const make = () => pdf((sheet) => paragraph(sheet, "人民币叁佰万元整 𠮷"));
  expect((await make()).equals(await make())).toBe(true);
});
