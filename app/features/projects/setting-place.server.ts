import type { SettingScope } from "~/domain/setting";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";

/** Where a value is set or looked at. */
export type SettingPlace = { scope: SettingScope; id: string | null };
export type PlaceName = { value: string; name: string; scope: SettingScope };

/** "COMPANY", "BRANCH:id" or "PROJECT:id"; anything else is the company. */
export function placeFrom(text: string | null): SettingPlace {
  const [, scope, id] = /^(BRANCH|PROJECT):([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  if (!scope || !id) return { scope: "COMPANY", id: null };
  return { scope: scope === "BRANCH" ? "BRANCH" : "PROJECT", id };
}

/** Every place that can have values of its own. */
export async function listSettingPlaces(): Promise<PlaceName[]> {
  const [branches, projects] = await Promise.all([
    db.branch.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db.project.findMany({ where: { archivedAt: null }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return [
    ...branches.map(({ id, name }) => ({ value: `BRANCH:${id}`, name, scope: "BRANCH" as const })),
    ...projects.map(({ id, name }) => ({ value: `PROJECT:${id}`, name, scope: "PROJECT" as const })),
  ];
}

/** The rows that count at a place: its own, and those of every place above it. Null for a place that does not exist. */
export async function rowsAt(place: SettingPlace): Promise<Prisma.SettingWhereInput | null> {
  const company = { scope: "COMPANY" as const };
  if (place.scope === "COMPANY" || !place.id) return company;
  if (place.scope === "BRANCH") {
    const branch = await db.branch.findUnique({ where: { id: place.id }, select: { id: true } });
    return branch && { OR: [company, { branchId: branch.id }] };
  }
  const project = await db.project.findUnique({ where: { id: place.id }, select: { id: true, branchId: true } });
  return project && { OR: [company, { branchId: project.branchId }, { projectId: project.id }] };
}
