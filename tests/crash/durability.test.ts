import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { playKills } from "../../scripts/durability/kills.mjs";
import { allTaken, diskFull } from "../../scripts/durability/limits.mjs";
import { productBuilt } from "../support/servers";

// The short form of `npm run durability`, whose full figures stand in docs/reliability.md.

const LIMIT = 300_000;
/** A PostgreSQL of the system, where there is one. */
const EXTERNAL = "/usr/lib/postgresql/15/bin";

beforeAll(() => productBuilt(), 600_000);

describe.each([
  { where: "the embedded PostgreSQL", kills: 2 },
  { where: "a PostgreSQL of the system", kills: 1, binDir: EXTERNAL },
])("on $where", ({ kills, binDir }) => {
  const here = binDir === undefined || existsSync(binDir);
  it.skipIf(!here)(
    "kill -9 of server and database under write load loses nothing that was acknowledged",
    async () => {
      const played = await playKills({ kills, safe: true, note: () => {}, ...(binDir && { binDir }) });
      expect(played).toMatchObject({ refused: 0, lost: 0, doubled: 0, verified: true });
    },
    LIMIT,
  );
});

it(
  "finds the loss when the database acknowledges before it has written",
  async () => {
    const { lost } = await playKills({ kills: 1, safe: false, note: () => {} });
    expect(lost).toBeGreaterThan(0);
  },
  LIMIT,
);

it(
  "says that every connection is taken, to machines and on the screen in both languages, and recovers by itself",
  async () => {
    expect(await allTaken({})).toMatchObject({
      ok: true,
      pages: {
        "zh-CN": { status: 503, says: "暂时无法办理" },
        en: { status: 503, says: "Not possible just now" },
      },
    });
  },
  LIMIT,
);

it(
  "says that the disk is full, keeps what it has and recovers by itself",
  async (test) => {
    const full = await diskFull({});
    if ("skipped" in full) return test.skip(full.skipped);
    expect(full).toMatchObject({ ok: true });
  },
  LIMIT,
);
