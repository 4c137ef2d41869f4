import { centiares } from "~/domain/area";
import { addDays, type Day } from "~/domain/calendar";
import { fen, partOf, roundTo, yuan } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { unitPriceOf } from "~/domain/unit-price";
import { indexNew } from "~/features/projects/index-words.server";
import { db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Prisma } from "~/platform/prisma/client";
import type { BuildingKind, UnitUse } from "~/platform/prisma/enums";
import { dateOf } from "~/platform/stored-day.server";
import type { Chance } from "./chance";
import type { Office, Place } from "./office";

type LayoutPlan = { name: string; rooms: number; livingRooms: number; bathrooms: number; gross: number };
type BuildingPlan = { name: string; floors: number; line: readonly string[]; use: UnitUse; yuanPerSquareMetre: number };
export type ProjectPlan = {
  code: string;
  name: string;
  address: string;
  summary: string;
  kind: BuildingKind;
  /** New visitors on an ordinary day, and the share of them who come to hold a home. */
  visitors: number;
  closing: number;
  layouts: readonly LayoutPlan[];
  buildings: readonly BuildingPlan[];
};

/** Three projects as one company sells them side by side: a presale tower, finished homes, offices with shops. */
export const PROJECTS: readonly ProjectPlan[] = [
  {
    code: "yunqi",
    name: "云栖湾",
    address: "深圳市南山区滨海大道 3008 号",
    summary: "临海现代社区，两栋 30 层住宅，89–143㎡ 三至四房，期房。",
    kind: "PRESALE",
    visitors: 1.1,
    closing: 0.24,
    layouts: [
      { name: "A 三房两厅", rooms: 3, livingRooms: 2, bathrooms: 2, gross: 8_950 },
      { name: "B 三房两厅", rooms: 3, livingRooms: 2, bathrooms: 2, gross: 10_820 },
      { name: "C 四房两厅", rooms: 4, livingRooms: 2, bathrooms: 2, gross: 12_635 },
      { name: "D 四房两厅", rooms: 4, livingRooms: 2, bathrooms: 3, gross: 14_306 },
    ],
    buildings: [
      {
        name: "1栋",
        floors: 30,
        line: ["A 三房两厅", "B 三房两厅", "C 四房两厅", "A 三房两厅"],
        use: "RESIDENCE",
        yuanPerSquareMetre: 61_800,
      },
      {
        name: "2栋",
        floors: 30,
        line: ["B 三房两厅", "D 四房两厅", "C 四房两厅", "B 三房两厅"],
        use: "RESIDENCE",
        yuanPerSquareMetre: 63_500,
      },
    ],
  },
  {
    code: "jiangpan",
    name: "江畔花园",
    address: "深圳市宝安区沿江路 66 号",
    summary: "沿江低密洋房，三栋 11 层，现房，即买即住。",
    kind: "EXISTING",
    visitors: 0.7,
    closing: 0.22,
    layouts: [
      { name: "E 两房两厅", rooms: 2, livingRooms: 2, bathrooms: 1, gross: 7_588 },
      { name: "F 三房两厅", rooms: 3, livingRooms: 2, bathrooms: 2, gross: 11_240 },
    ],
    buildings: [
      {
        name: "1栋",
        floors: 11,
        line: ["F 三房两厅", "E 两房两厅", "E 两房两厅", "F 三房两厅"],
        use: "RESIDENCE",
        yuanPerSquareMetre: 48_600,
      },
      {
        name: "2栋",
        floors: 11,
        line: ["F 三房两厅", "E 两房两厅", "E 两房两厅", "F 三房两厅"],
        use: "RESIDENCE",
        yuanPerSquareMetre: 49_200,
      },
      {
        name: "3栋",
        floors: 11,
        line: ["E 两房两厅", "E 两房两厅", "F 三房两厅", "F 三房两厅"],
        use: "RESIDENCE",
        yuanPerSquareMetre: 47_900,
      },
    ],
  },
  {
    code: "xinghe",
    name: "星河中心",
    address: "深圳市福田区彩田路 18 号",
    summary: "地铁上盖写字楼与底商，18 层，180–420㎡，期房。",
    kind: "PRESALE",
    visitors: 0.4,
    closing: 0.16,
    layouts: [
      { name: "W1 办公", rooms: 1, livingRooms: 0, bathrooms: 1, gross: 18_360 },
      { name: "W2 办公", rooms: 2, livingRooms: 0, bathrooms: 1, gross: 26_890 },
      { name: "S 商铺", rooms: 1, livingRooms: 0, bathrooms: 1, gross: 6_420 },
    ],
    buildings: [
      {
        name: "A座",
        floors: 18,
        line: ["W1 办公", "W2 办公", "W2 办公", "W1 办公"],
        use: "OFFICE",
        yuanPerSquareMetre: 72_000,
      },
      {
        name: "底商",
        floors: 2,
        line: ["S 商铺", "S 商铺", "S 商铺", "S 商铺", "S 商铺", "S 商铺"],
        use: "SHOP",
        yuanPerSquareMetre: 118_000,
      },
    ],
  },
];

export type WrittenProject = Place & { plan: ProjectPlan; sellerId: string; accountId: string; unitIds: string[] };

/** A project with all that a sale needs: seller, accounts, permit, buildings, units with prices, all on offer. */
export async function writeProject(
  office: Office,
  plan: ProjectPlan,
  day: Day,
  chance: Chance,
): Promise<WrittenProject> {
  const from = dateOf(day);
  const opening = dateOf(addDays(day, 3));
  const project = await db.project.create({
    data: {
      branchId: office.branchId,
      ...{ code: plan.code, name: plan.name, city: "深圳", address: plan.address, summary: plan.summary },
      createdAt: from,
    },
  });
  const seller = await db.seller.create({
    data: {
      name: `深圳市${plan.name}房地产开发有限公司`,
      licenceNumber: `粤深房开字（2024）${chance.whole(1000, 9999)}`,
      taxNumber: `91440300MA5${plan.code.toUpperCase().padEnd(7, "X").slice(0, 7)}`,
      accounts: {
        create: [
          {
            kind: "SUPERVISED",
            bank: "中国银行深圳分行",
            name: `${plan.name}预售资金监管专户`,
            number: `7447 ${chance.whole(1000, 9999)} ${chance.whole(1000, 9999)}`,
          },
          {
            kind: "GENERAL",
            bank: "招商银行深圳分行",
            name: `${plan.name}一般户`,
            number: `7559 ${chance.whole(1000, 9999)} ${chance.whole(1000, 9999)}`,
          },
        ],
      },
    },
    include: { accounts: true },
  });
  const account = (kind: string) => seller.accounts.find((one) => one.kind === kind)?.id ?? "";
  const phase = await db.phase.create({ data: { projectId: project.id, sellerId: seller.id, name: "一期" } });
  const permit = await db.permit.create({
    data: {
      projectId: project.id,
      number: `深房许字（2025）${plan.name} ${chance.whole(100, 999)} 号`,
      issuedOn: from,
      supervisedAccountId: account("SUPERVISED"),
    },
  });
  const layouts = new Map<string, string>();
  for (const { gross, ...layout } of plan.layouts) {
    const row = await db.layout.create({ data: { ...layout, projectId: project.id, grossCentiares: gross } });
    layouts.set(row.name, row.id);
  }
  const list = await db.priceList.create({
    data: {
      ...{ projectId: project.id, phaseId: phase.id, versionNo: 1, name: "首开价格表", status: "EFFECTIVE" },
      ...{
        effectiveAt: opening,
        draftedById: office.people.get("planner")?.id ?? "",
        createdAt: from,
        approvedAt: opening,
      },
    },
  });
  const units = await writeUnits({
    plan,
    day,
    chance,
    projectId: project.id,
    phaseId: phase.id,
    permitId: permit.id,
    layouts,
    priceListId: list.id,
  });
  const batch = await db.releaseBatch.create({
    data: {
      ...{
        projectId: project.id,
        name: "首开",
        status: "RELEASED",
        opensAt: opening,
        approvedAt: opening,
        releasedAt: opening,
      },
      ...{ draftedById: office.people.get("planner")?.id ?? "", createdAt: from },
    },
  });
  await db.releaseBatchUnit.createMany({
    data: units.map((unitId) => ({ projectId: project.id, batchId: batch.id, unitId })),
  });
  await writeOffers(project.id, office, from);
  return { ...project, plan, sellerId: seller.id, accountId: account("SUPERVISED"), unitIds: units };
}

type UnitsOf = {
  plan: ProjectPlan;
  day: Day;
  chance: Chance;
  projectId: string;
  phaseId: string;
  permitId: string;
  layouts: ReadonlyMap<string, string>;
  priceListId: string;
};

async function writeUnits({
  plan,
  day,
  chance,
  projectId,
  phaseId,
  permitId,
  layouts,
  priceListId,
}: UnitsOf): Promise<string[]> {
  const rows: (Prisma.UnitCreateManyInput & { id: string; listFen: bigint; floorFen: bigint })[] = [];
  for (const [at, building] of plan.buildings.entries()) {
    const { id: buildingId } = await db.building.create({
      data: {
        projectId,
        phaseId,
        name: building.name,
        position: at + 1,
        kind: plan.kind,
        milestones: { create: milestones(plan.kind, day) },
      },
    });
    for (let floor = 1; floor <= building.floors; floor++) {
      for (const [column, layoutName] of building.line.entries()) {
        const layout = plan.layouts.find(({ name }) => name === layoutName);
        const number = `${floor}0${column + 1}`;
        rows.push({
          ...{
            id: newId(),
            projectId,
            buildingId,
            permitId,
            boardNo: rows.length + 1,
            layoutId: layouts.get(layoutName) ?? null,
          },
          ...{
            floorLabel: String(floor),
            floorNo: floor,
            number,
            label: `${building.name}-${number}`,
            use: building.use,
          },
          ...{ orientation: column % 2 === 0 ? "南" : "东南", view: floor > 18 ? "海景" : floor > 8 ? "园景" : "" },
          ...prices(building, floor, column, layout?.gross ?? 0, chance),
          ...{ grossCentiares: layout?.gross ?? 0, internalCentiares: Math.trunc(((layout?.gross ?? 0) * 79) / 100) },
          ...{
            priceListId,
            releaseState: "RELEASED" as const,
            releasedOn: dateOf(addDays(day, 3)),
            createdAt: dateOf(day),
          },
          handoverPromisedOn: dateOf(addDays(day, plan.kind === "PRESALE" ? 800 : 60)),
        });
      }
    }
  }
  await db.unit.createMany({ data: rows });
  await db.priceListLine.createMany({
    data: rows.map(({ id, listFen, floorFen }) => ({ projectId, priceListId, unitId: id, listFen, floorFen })),
  });
  const named = rows.map(({ id, label }) => ({ id, words: [label] }));
  await inTransaction((tx) => indexNew(tx, projectId, "UNIT", named));
  return rows.map(({ id }) => id);
}

/** Higher floors cost more, corner homes too; the list stands 3 % below the filed price, the floor price 6 % below the list. */
function prices(building: BuildingPlan, floor: number, column: number, gross: number, chance: Chance) {
  const perSquareMetre =
    building.yuanPerSquareMetre + floor * 160 + (column === 0 ? 900 : 0) + chance.whole(-3, 3) * 100;
  const filed = roundTo(fen((perSquareMetre * gross * 100) / 100), yuan(1), "HALF_UP");
  const list = roundTo(partOf(filed, ppm(970_000), "HALF_UP"), yuan(1_000), "DOWN");
  const floorPrice = roundTo(partOf(list, ppm(940_000), "HALF_UP"), yuan(1_000), "UP");
  return {
    filedFen: BigInt(filed),
    filedUnitCentifen: BigInt(unitPriceOf(filed, centiares(gross), "HALF_UP")),
    listFen: BigInt(list),
    floorFen: BigInt(floorPrice),
  };
}

function milestones(kind: BuildingKind, day: Day) {
  const planned = (days: number, done: boolean) => ({
    plannedOn: dateOf(addDays(day, days)),
    actualOn: done ? dateOf(addDays(day, days + 2)) : null,
  });
  const built = kind === "EXISTING";
  return [
    { kind: "PERMIT" as const, ...planned(-2, true) },
    { kind: "OPENING" as const, ...planned(1, true) },
    { kind: "TOPPING_OUT" as const, ...planned(built ? -300 : 240, true) },
    { kind: "COMPLETION" as const, ...planned(built ? -90 : 620, built) },
    { kind: "HANDOVER" as const, ...planned(built ? -30 : 780, built) },
  ];
}

async function writeOffers(projectId: string, office: Office, from: Date): Promise<void> {
  const by = { projectId, createdAt: from };
  const published = {
    status: "PUBLISHED" as const,
    publishedAt: from,
    validFrom: from,
    draftedById: office.people.get("planner")?.id ?? "",
  };
  await db.discountScheme.create({
    data: {
      ...by,
      ...published,
      name: "开盘优惠",
      lines: { create: [{ position: 1, name: "开盘 98 折", kind: "MULTIPLY", ppm: 980_000 }] },
    },
  });
  await db.discountScheme.create({
    data: {
      ...by,
      ...published,
      name: "一次性付款优惠",
      lines: { create: [{ position: 1, name: "一次性付款 1 个点", kind: "POINTS", ppm: 10_000, planKind: "FULL" }] },
    },
  });
  await db.discountScheme.create({
    data: {
      ...by,
      ...published,
      name: "按时签约优惠",
      lines: {
        create: [
          { position: 1, name: "7 天内签约减 10,000 元", kind: "TOTAL_OFF", amountFen: 1_000_000n, signWithin: 7 },
        ],
      },
    },
  });
  const down = { dueEvent: "CONTRACT" as const, share: "PERCENT" as const, earnestCounts: true };
  const plans = [
    {
      name: "按揭 首付三成",
      kind: "MORTGAGE" as const,
      lines: [
        { ...down, item: "首付款", ppm: 300_000 },
        { item: "按揭贷款", dueEvent: "LOAN_APPROVAL" as const, dueDays: 30, share: "REMAINDER" as const, loan: true },
      ],
    },
    {
      name: "一次性付款",
      kind: "FULL" as const,
      lines: [
        { ...down, item: "首期款", ppm: 500_000 },
        { item: "余款", dueEvent: "CONTRACT" as const, dueDays: 30, share: "REMAINDER" as const },
      ],
    },
    {
      name: "分期 三次付清",
      kind: "INSTALMENTS" as const,
      lines: [
        { ...down, item: "第一期", ppm: 400_000 },
        { item: "第二期", dueEvent: "CONTRACT" as const, dueDays: 90, share: "PERCENT" as const, ppm: 300_000 },
        { item: "第三期", dueEvent: "CONTRACT" as const, dueDays: 180, share: "REMAINDER" as const },
      ],
    },
  ];
  for (const { lines, ...plan } of plans) {
    await db.paymentPlan.create({
      data: {
        ...by,
        ...plan,
        status: "PUBLISHED",
        lines: { create: lines.map((line, i) => ({ ...line, position: i + 1 })) },
      },
    });
  }
}
