/** Kinds told by their first bytes; the last resort is text, unless it holds what no text holds. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["XLSX", "504b0304"],
  ["ZIP", "504b0506"],
  ["XLS", "d0cf11e0a1b11ae1"],
  ["PNG", "89504e47"],
  ["JPEG", "ffd8ff"],
  ["GIF", "47494638"],
  ["PDF", "25504446"],
  ["RAR", "526172211a07"],
  ["7Z", "377abcaf271c"],
  ["GZIP", "1f8b"],
];
const UTF16_MARKS = ["fffe", "feff"];

/** What the bytes are: `CSV` stands for any plain text. */
export function kindOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  const signed = SIGNATURES.find(([, mark]) => head.startsWith(mark));
  if (signed) return signed[0];
  if (UTF16_MARKS.some((mark) => head.startsWith(mark))) return "CSV";
  return bytes.includes(0) ? "BINARY" : "CSV";
}
