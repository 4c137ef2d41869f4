import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from, to } from "pg-copy-streams";

/** Rows by COPY, the quickest way into a table. */
export async function copyIn(client: ClientBase, into: string, rows: Buffer | string): Promise<void> {
  await pipeline(Readable.from([rows]), client.query(from(`COPY ${into} FROM STDIN`)));
}

export function copyOut(client: ClientBase, query: string): Promise<Buffer> {
  return buffer(client.query(to(`COPY (${query}) TO STDOUT`)));
}
