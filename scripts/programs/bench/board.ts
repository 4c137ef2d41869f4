import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { ask } from "./ask";
import { givenProject, givenSession, givenStaff, givenUnits } from "./given";
import { interleaved, type Row, rate, rowOf, type Task } from "./measure";

const CLIENTS = 16;
const UNITS = 5000;

/** The whole board for somebody signed in, packed once per version, against the same bytes from bare memory. */
export async function measureBoard({ server, bare, rounds, quick }: Task): Promise<Row[]> {
  const count = quick ? 200 : 2000;
  const project = await givenProject("board");
  const units = await givenUnits(project, UNITS);
  await sellSome(project.id, units, project.now);
  const [consultant] = await givenStaff(project, "CONSULTANT", 1);
  const cookie = await givenSession(consultant as Ctx);
  const headers = { Cookie: cookie, "Accept-Encoding": "gzip, deflate, br" };
  const url = `${server}/api/v1/projects/${project.id}/board`;
  const first = await ask(url, { headers });
  const etag = first.headers.etag ?? "";
  const kept = { ETag: etag, "Content-Encoding": first.headers["content-encoding"] ?? "identity" };
  await ask(bare, { method: "PUT", headers: kept, body: first.body });
  const asks = (at: string, status: number, more: Record<string, string>) => () =>
    rate(CLIENTS, count, async () => {
      const reply = await ask(at, { headers: { ...headers, ...more } });
      const whole = status === 304 ? reply.body.length === 0 : reply.body.equals(first.body);
      if (reply.status !== status || !whole) throw new Error(`the board answered ${reply.status}`);
    });
  const known = { "If-None-Match": etag };
  const whole = await interleaved(rounds, asks(url, 200, {}), asks(bare, 200, {}));
  const unchanged = await interleaved(rounds, asks(url, 304, known), asks(bare, 304, known));
  const kilobytes = Math.round(first.body.length / 1024);
  const note = `${kilobytes} KiB ${kept["Content-Encoding"]} an answer, the same bytes from both; one question to the database an answer`;
  return [
    rowOf(`board of ${UNITS} units, ${CLIENTS} clients, signed in`, "answers/s", whole, { atLeast: 0.35 }, note),
    rowOf(`the same, unchanged: 304 every time`, "answers/s", unchanged, null),
  ];
}

/** Every fifth home was sold before. */
async function sellSome(projectId: string, units: readonly string[], since: Date): Promise<void> {
  const sold = units.filter((_, at) => at % 5 === 0);
  await pool.query(
    `INSERT INTO "Claim" (id, "projectId", "unitId", "openingState", since)
     SELECT c.id, $3, c.unit, 'CONTRACTED', $4 FROM unnest($1::uuid[], $2::uuid[]) AS c(id, unit)`,
    [sold.map(newId), sold, projectId, since],
  );
}
