import { describe, expect, it } from "vitest";
import { boardVersion, changesSince } from "~/features/units/board-changes.server";
import { followBoard } from "~/features/units/board-hub.server";
import { getBoard, getPackedBoard } from "~/features/units/board-snapshot.server";
import type { BoardUnit } from "~/features/units/board-unit";
import { listBoardUnits } from "~/features/units/board-units.server";
import { db, pool } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { asStaff, type GivenProject, givenCustomer, givenProject, givenUnit, NOW } from "../support/given";

const AHEAD_OF_NOTHING: ReadonlySet<string> = new Set();

async function givenBoard(count: number) {
  const project = await givenProject();
  const units = [];
  for (let i = 0; i < count; i++) units.push(await givenUnit(project));
  return { project, units };
}

/** Until no older transaction runs, in another test's database either: from then on the version tells every change. */
async function settled(projectId: string): Promise<void> {
  const unsettled = async () => {
    const { rowCount } = await pool.query(
      `SELECT 1 FROM "UnitChange" WHERE "projectId" = $1 AND xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
      [projectId],
    );
    return rowCount;
  };
  await expect.poll(unsettled, { timeout: 50_000 }).toBe(0);
}

async function givenHold(project: GivenProject, unitId: string, holdUntil: Date) {
  const consultant = await asStaff("CONSULTANT", project, { name: "李雷" });
  const customer = await givenCustomer(project, consultant);
  return db.deal.create({
    data: {
      projectId: project.id,
      customerId: customer.id,
      consultantId: consultant.actorId,
      stage: "HELD",
      holdUntil,
      holdReason: "等家人看房",
      businessOn: NOW,
      enteredAt: NOW,
      claims: { create: { unitId, since: NOW } },
    },
  });
}

const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("the board", () => {
  it("shows each unit as it stands, never the customer", async () => {
    const { project, units } = await givenBoard(3);
    await givenHold(project, units[0]?.id ?? "", inMinutes(30));
    await db.claim.create({
      data: { projectId: project.id, unitId: units[1]?.id ?? "", openingState: "FILED", since: NOW },
    });
    const board = await listBoardUnits(project.id, null, NOW);
    expect(board.map(({ state, until, after, by, reason }) => ({ state, until, after, by, reason }))).toEqual([
      { state: "HELD", until: inMinutes(30).getTime(), after: "AVAILABLE", by: "李雷", reason: "等家人看房" },
      { state: "FILED", until: null, after: "FILED", by: "", reason: "" },
      { state: "AVAILABLE", until: null, after: "AVAILABLE", by: "", reason: "" },
    ]);
    expect(JSON.stringify(await getBoard(project.id, 1, NOW))).not.toContain("王小明");
  });

  it("is packed once until something changes or a hold ends by itself", async () => {
    const { project, units } = await givenBoard(2);
    await givenHold(project, units[0]?.id ?? "", inMinutes(30));
    await settled(project.id);
    const first = await getPackedBoard(project.id, NOW);
    expect(await getPackedBoard(project.id, inMinutes(29))).toBe(first);
    const afterwards = await getPackedBoard(project.id, inMinutes(30));
    expect(afterwards.etag).not.toBe(first.etag);
    expect(afterwards.version).toBe(first.version);
    expect(JSON.parse(afterwards.plain.toString())).toEqual(await getBoard(project.id, first.version, inMinutes(30)));

    await db.unit.update({ where: { id: units[1]?.id ?? "" }, data: { orientation: "南" } });
    await settled(project.id);
    const changed = await getPackedBoard(project.id, inMinutes(30));
    expect(changed.version).toBeGreaterThan(first.version);
  });

  it("keeps quiet about another project", async () => {
    const [mine, theirs] = [await givenBoard(1), await givenBoard(1)];
    await settled(mine.project.id);
    const version = await boardVersion(mine.project.id);
    await db.unit.update({ where: { id: theirs.units[0]?.id ?? "" }, data: { orientation: "南" } });
    expect(await changesSince(mine.project.id, { version, ahead: AHEAD_OF_NOTHING })).toBeNull();
  });
});

describe("changes since a version", () => {
  it("come also from a transaction that began early and commits late", async () => {
    const { project, units } = await givenBoard(2);
    const [early, late] = units;
    await settled(project.id);
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query(`UPDATE "Unit" SET orientation = '早' WHERE id = $1`, [early?.id]);
    await db.unit.update({ where: { id: late?.id ?? "" }, data: { orientation: "晚" } });

    const joined = await boardVersion(project.id);
    const first = await changesSince(project.id, { version: joined, ahead: AHEAD_OF_NOTHING });
    expect(first?.delta).toMatchObject({ version: joined, units: [{ id: late?.id, orientation: "晚" }] });
    const cursor = first?.cursor ?? { version: 0, ahead: AHEAD_OF_NOTHING };
    expect(await changesSince(project.id, cursor)).toBeNull();

    await client.query("COMMIT");
    client.release();
    await settled(project.id);
    const second = await changesSince(project.id, cursor);
    expect(second?.delta).toMatchObject({ units: [{ id: early?.id, orientation: "早" }] });
    expect(second?.cursor.version).toBeGreaterThan(joined);
    expect(await changesSince(project.id, second?.cursor ?? cursor)).toBeNull();
    // Somebody whose connection broke comes back with the last version he knew.
    const back = await changesSince(project.id, { version: joined, ahead: AHEAD_OF_NOTHING });
    expect(back?.delta?.units.map(({ id }) => id).sort()).toEqual([early?.id, late?.id].sort());
  });

  it("are the whole board once there are too many", async () => {
    const { project, units } = await givenBoard(1);
    await pool.query(
      `INSERT INTO "UnitChange" ("projectId", "unitId") SELECT $1, gen_random_uuid() FROM generate_series(1, 2001)`,
      [project.id],
    );
    expect(await changesSince(project.id, { version: 0, ahead: AHEAD_OF_NOTHING })).toMatchObject({ delta: null });
    expect(units).toHaveLength(1);
  });
});

describe("followers under many writers", () => {
  it("all end with the board as it is, whenever they joined", async () => {
    const { project, units } = await givenBoard(12);
    const followers: { model: Map<string, BoardUnit>; leave: () => void }[] = [];
    const writers = Array.from({ length: 8 }, (_, writer) => writeOften(project.id, units, writer));
    const joining = Array.from({ length: 6 }, async (_, i) => {
      for (let turn = 0; turn < i * 3; turn++) await pool.query("SELECT pg_sleep(0.01)");
      followers.push(await follow(project.id));
    });
    await Promise.all([...writers, ...joining]);

    // A step may show one unit newer than its own news; what it has not told yet comes with the next.
    const truth = new Map((await listBoardUnits(project.id, null, NOW)).map((unit) => [unit.id, unit] as const));
    const all = () => followers.map(({ model }) => model);
    await expect.poll(all, { timeout: 20_000 }).toEqual(followers.map(() => truth));
    for (const { leave } of followers) leave();
  });
});

async function follow(projectId: string) {
  const version = await boardVersion(projectId);
  const model = new Map((await listBoardUnits(projectId, null, NOW)).map((unit) => [unit.id, unit] as const));
  const leave = followBoard(projectId, version, ({ delta }) => {
    for (const unit of delta?.units ?? []) model.set(unit.id, unit);
  });
  return { model, leave };
}

/** Transactions of different lengths that overlap, some of them rolled back. */
async function writeOften(projectId: string, units: readonly { id: string }[], writer: number): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    const unit = units[(writer * 5 + turn) % units.length];
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`UPDATE "Unit" SET orientation = $2 WHERE id = $1`, [unit?.id, `${writer}-${turn}`]);
      await client.query("SELECT pg_sleep($1)", [((writer * 7 + turn) % 4) / 100]);
      await client.query(turn % 5 === 4 ? "ROLLBACK" : "COMMIT");
    } finally {
      client.release();
    }
    if (turn % 2 === 0) announce(boardTopic(projectId));
  }
}
