import { afterEach, describe, expect, it, vi } from "vitest";

const OLD = `k1:${"11".repeat(32)}`;
const NEW = `k2:${"22".repeat(32)}`;

/** The module as a process with these keys loads it. */
async function withKeys(...keys: string[]) {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, Symbol.for("loupan.once"));
  vi.stubEnv("DATA_KEYS", keys.join(","));
  return import("~/platform/crypto.server");
}

function refusalOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as { refusal?: unknown }).refusal;
  }
}

afterEach(() => vi.unstubAllEnvs());

describe("text at rest", () => {
  it("opens only as it was closed, and for whom", async () => {
    const { seal, open } = await withKeys(OLD);
    const sealed = seal("11010519491231002X 𠮷", "person:1");
    expect(open(sealed, "person:1")).toBe("11010519491231002X 𠮷");
    expect(Buffer.from(sealed.cipher).toString("latin1")).not.toContain("1949");
    expect(() => open(sealed, "person:2")).toThrow();
    for (let at = 0; at < sealed.cipher.length; at++) {
      const cipher = Uint8Array.from(sealed.cipher);
      cipher[at] = (cipher[at] ?? 0) ^ 1;
      expect(() => open({ ...sealed, cipher }, "person:1")).toThrow();
    }
  });

  it("never closes the same text the same way", async () => {
    const { seal } = await withKeys(OLD);
    expect(seal("x", "person:1").cipher).not.toEqual(seal("x", "person:1").cipher);
  });

  it("after a change of keys opens the old with the old key and closes with the new one", async () => {
    const before = await withKeys(OLD);
    const sealed = before.seal("secret", "person:1");
    const index = before.indexOf("id-number", "secret");

    const after = await withKeys(NEW, OLD);
    expect(after.open(sealed, "person:1")).toBe("secret");
    expect(after.seal("secret", "person:1").keyId).toBe("k2");
    expect(after.indexOf("id-number", "secret")).not.toBe(index);
    expect(after.indexesOf("id-number", "secret")).toContain(index);

    const without = await withKeys(NEW);
    expect(refusalOf(() => without.open(sealed, "person:1"))).toEqual({
      code: "data_key_missing",
      params: { key: "k1" },
    });
  });

  it("says so where another key has the name of the one that closed it, and opens it once that one is back", async () => {
    const sealed = (await withKeys(OLD)).seal("secret", "person:1");
    const namesake = `k1:${"33".repeat(32)}`;
    const moved = await withKeys(namesake);
    expect(refusalOf(() => moved.open(sealed, "person:1"))).toEqual({ code: "data_key_other", params: { key: "k1" } });
    expect((await withKeys(namesake, OLD)).open(sealed, "person:1")).toBe("secret");
  });

  it("indexes the same text differently for each purpose", async () => {
    const { indexOf } = await withKeys(OLD);
    expect(indexOf("id-number", "1234")).not.toBe(indexOf("id-tail", "1234"));
    expect(indexOf("id-tail", "1234")).toBe(indexOf("id-tail", "1234"));
  });

  it.each(["k1:short", "nokey", `k1:${"zz".repeat(32)}`])("refuses %s as a key without repeating it", async (key) => {
    await expect(withKeys(key)).rejects.toThrow(/id:64 hexadecimal/);
    await expect(withKeys(key)).rejects.not.toThrow(key);
  });
});
