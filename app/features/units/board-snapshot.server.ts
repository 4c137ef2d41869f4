import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { db } from "~/platform/db.server";
import { once } from "~/platform/once.server";
import { boardVersion } from "./board-changes.server";
import { BOARD_COLUMNS, type BoardSnapshot, type BoardUnit } from "./board-unit";
import { listBoardUnits } from "./board-units.server";

/** The board ready to send. It is good until something changes, or until a hold on it ends by itself. */
export type PackedBoard = {
  version: number;
  goodUntil: number;
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
};

const packed = once("boards", () => new Map<string, Promise<PackedBoard>>());
const KEPT = 50;
const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/** The whole board of a project, packed once per version for everybody. */
export async function getPackedBoard(projectId: string, now: Date): Promise<PackedBoard> {
  const version = await boardVersion(projectId);
  const known = await packed.get(projectId)?.catch(() => null);
  if (known && known.version === version && known.goodUntil > now.getTime()) return known;
  const making = pack(projectId, version, now);
  packed.delete(projectId);
  packed.set(projectId, making);
  for (const oldest of packed.keys()) if (packed.size > KEPT) packed.delete(oldest);
  return making;
}

/** The same as a value. */
export async function getBoard(projectId: string, version: number, now: Date): Promise<BoardSnapshot> {
  const [units, buildings] = await Promise.all([
    listBoardUnits(projectId, null, now),
    db.building.findMany({
      where: { projectId },
      orderBy: { position: "asc" },
      select: { name: true, position: true },
    }),
  ]);
  return { version, columns: BOARD_COLUMNS, buildings, rows: units.map(valuesOf) };
}

function valuesOf(unit: BoardUnit) {
  return BOARD_COLUMNS.map((column) => unit[column]);
}

async function pack(projectId: string, version: number, now: Date): Promise<PackedBoard> {
  const board = await getBoard(projectId, version, now);
  const until = BOARD_COLUMNS.indexOf("until");
  const ends = board.rows.map((row) => row[until]).filter((end) => typeof end === "number");
  const plain = Buffer.from(JSON.stringify(board));
  const etag = `"${version}-${createHash("sha256").update(plain).digest("base64url").slice(0, 12)}"`;
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const [zipped, brotli] = await Promise.all([asGzip(plain), asBrotli(plain, quick)]);
  return {
    version,
    goodUntil: ends.reduce((least, end) => Math.min(least, end), Infinity),
    etag,
    plain,
    gzip: zipped,
    brotli,
  };
}
