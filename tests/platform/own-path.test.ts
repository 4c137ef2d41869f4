import { expect, it } from "vitest";
import { ownPath } from "~/platform/own-path.server";

it.each([
  ["/onsite/yunqi/deals?stage=HELD", "/onsite/yunqi/deals?stage=HELD"],
  ["/", "/"],
  ["/a/../b", "/b"],
  ["//evil.example/x", null],
  ["/\\evil.example", null],
  ["/.//evil.example", null],
  ["https://evil.example", null],
  ["javascript:alert(1)", null],
  ["\t//evil.example", null],
  ["/\t/evil.example", null],
  ["", null],
  [null, null],
])("%j leads to %j", (asked, path) => {
  expect(ownPath(asked)).toBe(path);
});
