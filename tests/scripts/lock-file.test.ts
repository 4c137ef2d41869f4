import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { completed } from "../../scripts/lock-file.mjs";

it("has every platform's optional packages and no download address", () => {
  const { added, addresses } = completed(JSON.parse(readFileSync("package-lock.json", "utf8")));
  expect({ added, addresses }).toEqual({ added: [], addresses: [] });
});

const EXACT = {
  optionalDependencies: { "@some/thing-linux-arm64-musl": "1.2.3", "@some/thing-win32-x64-msvc": "1.2.3" },
};

it("adds a missing package with the machine that it is for", () => {
  const { lock, added } = completed({ packages: { "": {}, "node_modules/thing": { ...EXACT, dev: true } } });
  expect(added).toEqual(["@some/thing-linux-arm64-musl", "@some/thing-win32-x64-msvc"]);
  expect(lock.packages["node_modules/@some/thing-linux-arm64-musl"]).toEqual({
    ...{ version: "1.2.3", cpu: ["arm64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] },
  });
  expect(lock.packages["node_modules/@some/thing-win32-x64-msvc"]).toEqual({
    ...{ version: "1.2.3", cpu: ["x64"], dev: true, optional: true, os: ["win32"] },
  });
});

it("finds a package that lies in a folder between", () => {
  const nested = "node_modules/outer/node_modules/@some/thing-linux-arm64-musl";
  const packages = {
    "node_modules/outer/node_modules/thing": { optionalDependencies: { "@some/thing-linux-arm64-musl": "1.2.3" } },
    [nested]: { version: "1.2.3" },
  };
  expect(completed({ packages }).added).toEqual([]);
});

it("does not guess", () => {
  const packages = { "node_modules/thing": { optionalDependencies: { "thing-native": "1.2.3" } } };
  expect(() => completed({ packages })).toThrow("thing-native@1.2.3 does not say what machine it is for");
  const range = { "node_modules/thing": { optionalDependencies: { "thing-linux-x64": "^1.2.3" } } };
  expect(() => completed({ packages: range })).toThrow("by hand");
});

it("takes out download addresses", () => {
  const { lock, addresses } = completed({
    packages: { "node_modules/a": { version: "1.0.0", resolved: "https://somewhere/a.tgz" } },
  });
  expect({ lock, addresses }).toEqual({
    lock: { packages: { "node_modules/a": { version: "1.0.0" } } },
    addresses: ["node_modules/a"],
  });
});
