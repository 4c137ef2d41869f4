import { stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { FileDamaged, keepFile, keepSealedFile, pathOfFile, readFile, readSealedFile } from "~/platform/files.server";

const bytes = (text: string) => Buffer.from(text);

it("keeps bytes under their hash in two levels of folders, for their owner's eyes alone", async () => {
  const sha256 = await keepFile(bytes("认购书"));
  const file = pathOfFile(sha256);
  expect(file.split(path.sep).slice(-3)).toEqual([sha256.slice(0, 2), sha256.slice(2, 4), sha256]);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect((await readFile(sha256)).toString()).toBe("认购书");
});

it("keeps the same bytes once, also when many keep them at the same moment", async () => {
  const hashes = await Promise.all(Array.from({ length: 20 }, () => keepFile(bytes("同一份文件"))));
  expect(new Set(hashes).size).toBe(1);
  expect((await readFile(hashes[0] ?? "")).toString()).toBe("同一份文件");
});

it("says so when a file has changed or is gone, and mends it when the bytes are kept again", async () => {
  const sha256 = await keepFile(bytes("收据"));
  await writeFile(pathOfFile(sha256), "改过的收据");
  await expect(readFile(sha256)).rejects.toThrow(FileDamaged);
  await truncate(pathOfFile(sha256), 0);
  await expect(readFile(sha256)).rejects.toThrow(FileDamaged);
  await keepFile(bytes("收据"));
  expect((await readFile(sha256)).toString()).toBe("收据");
  await expect(readFile("0".repeat(64))).rejects.toThrow(FileDamaged);
});

it("never looks outside its folder", async () => {
  await expect(readFile("../../secrets/data-key")).rejects.toThrow(FileDamaged);
});

it("closes what is personal: the disk shows nothing, and only its own subject opens it", async () => {
  const sha256 = await keepSealedFile(bytes("证件号码 330106198803041234"), "deal-document:1");
  expect((await readFile(sha256)).includes("330106198803041234")).toBe(false);
  expect((await readSealedFile(sha256, "deal-document:1")).toString()).toBe("证件号码 330106198803041234");
  await expect(readSealedFile(sha256, "deal-document:2")).rejects.toThrow();
});
