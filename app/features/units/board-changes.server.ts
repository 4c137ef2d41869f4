import { z } from "zod";
import { databaseNow } from "~/platform/clock.server";
import { pool } from "~/platform/db.server";
import type { BoardDelta } from "./board-unit";
import { listBoardUnits } from "./board-units.server";

// A version is a transaction id: the highest one with a change of this project below the oldest transaction still
// running. Everything up to it is over and done, so nobody who knows a version can have missed what came before.

/** How far a reader is. `ahead` are changes seen above the version, committed while an older transaction still runs. */
export type Cursor = { version: number; ahead: ReadonlySet<string> };

/** The next step of a reader. `delta` is null when so much has changed that the whole board is quicker. */
export type Step = { cursor: Cursor; delta: BoardDelta | null };

const TOO_MUCH = 2_000;

const versionOf = (projectId: string) => `(SELECT coalesce(max(xid), 0)::float8 FROM "UnitChange"
  WHERE "projectId" = ${projectId} AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`;

/** The version of the caller's project, read in one question with the caller. */
export const VERSION_BESIDE = { name: "board-version", sql: versionOf("p.id") };

const CHANGES = `SELECT seq::text, "unitId", xid::float8 AS xid,
    xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS settled
  FROM "UnitChange" WHERE "projectId" = $1::uuid AND xid > $2::bigint ORDER BY xid`;

const change = z.object({ seq: z.string(), unitId: z.string(), xid: z.int(), settled: z.boolean() });

export async function boardVersion(projectId: string): Promise<number> {
  const { rows } = await pool.query<{ version: number }>({
    name: "board-version",
    text: `SELECT ${versionOf("$1::uuid")} AS version`,
    values: [projectId],
  });
  return rows[0]?.version ?? 0;
}

/** What has changed since a cursor, each unit as it now is; null when nothing has. */
export async function changesSince(projectId: string, cursor: Cursor): Promise<Step | null> {
  const { rows } = await pool.query({ name: "board-changes", text: CHANGES, values: [projectId, cursor.version] });
  const changes = z.array(change).parse(rows);
  const fresh = changes.filter(({ seq }) => !cursor.ahead.has(seq));
  const version = Math.max(cursor.version, ...changes.filter(({ settled }) => settled).map(({ xid }) => xid));
  if (fresh.length === 0 && version === cursor.version) return null;
  // Read after the changes were: what it finds is at least as new as they are.
  const ids = [...new Set(fresh.map(({ unitId }) => unitId))];
  const ahead = new Set(changes.filter(({ xid }) => xid > version).map(({ seq }) => seq));
  if (ids.length > TOO_MUCH) return { cursor: { version, ahead }, delta: null };
  const units = ids.length > 0 ? await listBoardUnits(projectId, ids, await databaseNow()) : [];
  return { cursor: { version, ahead }, delta: { version, units } };
}
