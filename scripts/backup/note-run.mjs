import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * Tells the office's screens of a backup that was made by the command: as a run of the job that makes the day's own.
 * @param {{ url: string, written: object, began: Date }} options
 */
export async function noteRun({ url, written, began }) {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "JobRun" (id, kind, status, done, total, input, result, "createdAt", "startedAt", "finishedAt")
       VALUES ($1, 'backup.write', 'DONE', $2, $2, '{}', $3, $4, $4, clock_timestamp())`,
      [idAt(began), written.tables + written.files, JSON.stringify(written), began],
    );
  } finally {
    await client.end();
  }
}

/** A UUIDv7, as the product's ids are: in the order of time. */
function idAt(moment) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(moment.getTime(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
