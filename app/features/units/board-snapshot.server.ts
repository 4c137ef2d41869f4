import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { once } from "~/platform/once.server";
import { boardVersion } from "./board-changes.server";
import { type BoardSums, sumBoard } from "./board-sums";
import { BOARD_COLUMNS, type BoardSnapshot, type BoardUnit } from "./board-unit";
import { listBoardUnits } from "./board-units.server";

/** The board ready to send. It is good until something changes, or until a hold on it ends by itself. */
export type PackedBoard = {
  version: number;
  goodUntil: number;
  etag: string;
  sums: BoardSums;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
};

const packed = once("boards", () => new Map<string, Promise<PackedBoard>>());
const KEPT = 50;
const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/** The whole board of a project, packed once per version for everybody. `latest` is a version read a moment ago. */
export async function getPackedBoard(projectId: string, now: Date, latest?: number): Promise<PackedBoard> {
  const version = latest ?? (await boardVersion(projectId));
  const known = await packed.get(projectId)?.catch(() => null);
  if (known && known.version === version && known.goodUntil > now.getTime()) return known;
  const making = pack(projectId, version, now);
  packed.delete(projectId);
  packed.set(projectId, making);
  for (const oldest of packed.keys()) if (packed.size > KEPT) packed.delete(oldest);
  return making;
}

/** Count, area and amount by sale state, for the first look at the page. */
export async function getBoardSums(ctx: Ctx): Promise<BoardSums> {
  demand(may(ctx.permissions, "unit:read"));
  return (await getPackedBoard(ctx.projectId, ctx.now)).sums;
}

/** The board as a value. */
export async function getBoard(projectId: string, version: number, now: Date): Promise<BoardSnapshot> {
  return boardOf(projectId, version, await listBoardUnits(projectId, null, now));
}

async function boardOf(projectId: string, version: number, units: readonly BoardUnit[]): Promise<BoardSnapshot> {
  const select = { name: true, position: true } as const;
  const buildings = await db.building.findMany({ where: { projectId }, orderBy: { position: "asc" }, select });
  const rows = units.map((unit) => BOARD_COLUMNS.map((column) => unit[column]));
  return { version, columns: BOARD_COLUMNS, buildings, rows };
}

async function pack(projectId: string, version: number, now: Date): Promise<PackedBoard> {
  const units = await listBoardUnits(projectId, null, now);
  const plain = Buffer.from(JSON.stringify(await boardOf(projectId, version, units)));
  const etag = `"${version}-${createHash("sha256").update(plain).digest("base64url").slice(0, 12)}"`;
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const [zipped, brotli] = await Promise.all([asGzip(plain), asBrotli(plain, quick)]);
  const goodUntil = units.reduce((least, { until }) => Math.min(least, until ?? least), Number.POSITIVE_INFINITY);
  return { version, goodUntil, etag, sums: sumBoard(units), plain, gzip: zipped, brotli };
}
