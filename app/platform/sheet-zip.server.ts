import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { SheetRefused } from "./sheet-refused.server";

const inflate = promisify(inflateRaw);
const MAX_UNPACKED = 160 * 1024 * 1024;
const MAX_ENTRIES = 2_000;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

type Entry = { name: string; method: number; packed: number; offset: number };

/**
 * Unpacks every entry of a workbook with a bound on what comes out, before the reader proper does it without one: the
 * sizes that a zip claims for itself are worth nothing.
 */
export async function demandSafeWorkbook(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file);
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) {
    throw new SheetRefused("file_not_what_it_says", { says: "XLSX", is: "ZIP" });
  }
  let left = MAX_UNPACKED;
  for (const entry of entries) left -= await sizeOf(file, entry, left);
}

async function sizeOf(file: Buffer, { method, packed, offset }: Entry, left: number): Promise<number> {
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const body = file.subarray(start, start + packed);
  if (body.length !== packed) throw new SheetRefused("file_broken");
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new SheetRefused("file_broken");
  try {
    return (await inflate(body, { maxOutputLength: Math.max(left, 1) })).length;
  } catch (error) {
    const tooMuch =
      error instanceof RangeError ||
      (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE");
    if (!tooMuch) throw new SheetRefused("file_broken");
    throw new SheetRefused("file_unpacks_too_large", { megabytes: MAX_UNPACKED / 1024 / 1024 });
  }
}

function entriesOf(file: Buffer): Entry[] {
  try {
    const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || file.readUInt32LE(end) !== END_MARK) throw new SheetRefused("file_broken");
    const count = file.readUInt16LE(end + 10);
    if (count > MAX_ENTRIES) throw new SheetRefused("file_broken");
    return readEntries(file, file.readUInt32LE(end + 16), count);
  } catch (error) {
    if (error instanceof RangeError) throw new SheetRefused("file_broken");
    throw error;
  }
}

function readEntries(file: Buffer, start: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== ENTRY_MARK) throw new SheetRefused("file_broken");
    const nameLength = file.readUInt16LE(at + 28);
    const offset = file.readUInt32LE(at + 42);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    entries.push({ name, method: file.readUInt16LE(at + 10), packed: file.readUInt32LE(at + 20), offset });
    if (offset + 30 > file.length) throw new SheetRefused("file_broken");
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
