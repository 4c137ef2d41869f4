import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSheets } from "~/platform/sheet.server";
import { numberText } from "~/platform/sheet-cell.server";

const utf8 = (text: string) => new TextEncoder().encode(text);
const GBK_ROOM = Buffer.from([0xb7, 0xbf, 0xba, 0xc5, 0x2c, 0x31, 0x0a]); // 房号,1
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

async function cellsOf(bytes: Uint8Array, name: string) {
  const reading = await readSheets(bytes, name);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading.file.sheets.map(({ rows }) => rows.map(({ row, cells }) => [row, ...cells]));
}

describe("text files", () => {
  it.each([
    ["commas", "房号,面积\n101,88.5\n"],
    ["a byte-order mark and CRLF", "\uFEFF房号,面积\r\n101,88.5\r\n"],
    ["old Mac line ends", "房号,面积\r101,88.5"],
    ["tabs", "房号\t面积\n101\t88.5"],
    ["semicolons", "房号;面积\n101;88.5"],
    ["quotes", '"房号","面积"\n"101","88.5"'],
  ])("reads cells between %s", async (_, text) => {
    expect(await cellsOf(utf8(text), "a.csv")).toEqual([
      [
        [1, "房号", "面积"],
        [2, "101", "88.5"],
      ],
    ]);
  });

  it("keeps commas, quotes and line ends inside quotes, and counts blank rows", async () => {
    expect(await cellsOf(utf8('a,"b, ""c""\nd",\n\n,,x\n\n\n'), "a.csv")).toEqual([
      [
        [1, "a", 'b, "c"\nd', ""],
        [2, ""],
        [3, "", "", "x"],
      ],
    ]);
  });

  it.each([
    ["UTF-8", utf8("房号,1\n")],
    ["GBK", GBK_ROOM],
    ["UTF-16", Buffer.from("\uFEFF房号,1\n", "utf16le")],
  ])("tells %s by its bytes", async (encoding, bytes) => {
    const reading = await readSheets(bytes, "a.csv");
    expect(reading).toMatchObject({ ok: true, file: { encoding, sheets: [{ rows: [{ cells: ["房号", "1"] }] }] } });
  });

  it.each([
    ["bytes that are neither", Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), { code: "file_encoding_unknown" }],
    ["control characters", Buffer.from([0x61, 0x01, 0x0a]), { code: "file_encoding_unknown" }],
    ["an open quote", utf8('a,b\n1,"2\n3,4\n'), { code: "file_quote_unclosed", row: 2, column: "B" }],
    ["text behind a quote", utf8('a,b\n"1"x,2\n'), { code: "file_quote_misplaced", row: 2, column: "A" }],
    ["only blanks", utf8(" \n\n"), { code: "file_empty" }],
    ["nothing", utf8(""), { code: "file_empty" }],
  ])("refuses %s", async (_, bytes, problem) => {
    expect(await readSheets(bytes, "a.csv")).toMatchObject({ ok: false, problem });
  });
});

describe("files that are not what they say", () => {
  const sample = (name: string) => readFileSync(`tests/samples/${name}`);

  it.each([
    ["a picture", PNG, "a.csv", "PNG"],
    ["a picture", PNG, "a.xlsx", "PNG"],
    ["an old workbook", sample("units.xls"), "a.xlsx", "XLS"],
    ["a new workbook", sample("title-and-merged.xlsx"), "a.csv", "XLSX"],
    ["text", utf8("a,b"), "a.xls", "CSV"],
    ["bytes of no kind", Buffer.from([1, 0, 2, 0]), "a.csv", "BINARY"],
  ])("refuses %s", async (_, bytes, name, is) => {
    const says = name.slice(2).toUpperCase();
    const problem = { code: "file_not_what_it_says", params: { says, is } };
    expect(await readSheets(bytes, name)).toMatchObject({ ok: false, problem });
  });

  it("refuses a kind that holds no sheet, and more bytes than a price list has", async () => {
    expect(await readSheets(utf8("x"), "a.pdf")).toMatchObject({ ok: false, problem: { code: "file_kind_unknown" } });
    const heavy = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61);
    expect(await readSheets(heavy, "a.csv")).toMatchObject({ ok: false, problem: { code: "file_too_large" } });
  });

  it("refuses a broken workbook", async () => {
    const whole = sample("title-and-merged.xlsx");
    for (const bytes of [whole.subarray(0, 2_000), whole.subarray(0, whole.length - 30), damaged(whole)]) {
      expect(await readSheets(bytes, "a.xlsx")).toMatchObject({ ok: false, problem: { code: "file_broken" } });
    }
    const old = sample("units.xls").subarray(0, 700);
    expect(await readSheets(old, "a.xls")).toMatchObject({ ok: false, problem: { code: "file_broken" } });
  });

  it("refuses a zip that is no workbook, and one that unpacks beyond measure whatever it claims", async () => {
    const other = zipOf("word/document.xml", Buffer.from("<a/>"));
    expect(await readSheets(other, "a.xlsx")).toMatchObject({ problem: { params: { says: "XLSX", is: "ZIP" } } });
    const bomb = zipOf("xl/workbook.xml", Buffer.alloc(170 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await readSheets(bomb, "a.xlsx")).toMatchObject({ ok: false, problem: { code: "file_unpacks_too_large" } });
  });
});

describe("workbooks", () => {
  it("reads every sheet, merged blocks, numbers and results of formulas", async () => {
    const sheets = await cellsOf(readFileSync("tests/samples/title-and-merged.xlsx"), "a.xlsx");
    expect(sheets[1]?.slice(2)).toEqual([
      [3, "楼栋", "单元", "楼层", "房号", "建筑面积", "套内面积", "备案单价", "备案总价(万元)"],
      [4, "5栋", "1单元", "2", "01", "125.53", "100.05", "52229.87", "655.6416"],
      [5, "5栋", "1单元", "2", "02", "93.87", "74.81", "52336.82", "491.2857"],
      [6, "5栋", "--", "-1", "车位B102", "12.72", "12.72", "9434.5", "12.0007"],
      [7, "合计", "", "", "", "232.12", "", "", ""],
    ]);
  });

  it("reads BIFF", async () => {
    const [sheet] = await cellsOf(readFileSync("tests/samples/units.xls"), "a.xls");
    expect(sheet?.at(-1)).toEqual([4, "云栖花园7栋", "--", "3", "04", "49160.52", "93.97", "74.82"]);
  });

  it("refuses more rows than a price list has", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("a").getCell("A100001").value = "x";
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await readSheets(bytes, "a.xlsx")).toMatchObject({ ok: false, problem: { code: "file_too_many_rows" } });
  });

  it.each([
    [0.1 + 0.2, "0.3"],
    [125.53, "125.53"],
    [1e21, "1000000000000000000000"],
    [0.00001, "0.00001"],
    [-1, "-1"],
    [4301, "4301"],
  ])("prints %d as %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, 200, 600);
  return copy;
}

/** A zip with one entry that claims to unpack to one byte. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.write("PK\u0003\u0004", 0, "latin1");
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write("PK\u0001\u0002", 0, "latin1");
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
