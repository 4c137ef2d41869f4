import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { businessDay } from "~/domain/calendar";
import { permissionsOf } from "~/domain/permission";
import { Refused } from "~/domain/refusal";
import { settingsOn } from "~/domain/setting";
import { createProject } from "~/features/projects/create-project.server";
import type { ImportNote, ImportResult } from "~/features/units/import-result";
import { importUnits } from "~/features/units/import-units.server";
import { listImportProfiles } from "~/features/units/list-import-profiles.server";
import { previewFirstImport } from "~/features/units/preview-import.server";
import { textsFor } from "~/i18n/catalogue.server";
import type { Texts } from "~/i18n/texts";
import type { CompanyCtx, Ctx } from "~/platform/context.server";
import { closeDb, db, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { closeLive } from "~/platform/live.server";

// The import as a command of its own. Whoever may start it on this machine acts as the office's administrator.

type Task = { file: string; project: string; profile: string | null; acceptGoodRows: boolean; dryRun: boolean };

const say = (line: string) => console.error(line);

async function asAdministrator(): Promise<CompanyCtx> {
  const admin = await db.user.findFirst({
    where: { disabledAt: null, grants: { some: { role: "ADMIN", scope: "COMPANY", endedAt: null } } },
    orderBy: { id: "asc" },
  });
  if (!admin) throw new Error("There is no administrator yet: start Loupan once, or run npm run admin.");
  const { rows } = await pool.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  return {
    actorId: admin.id,
    actorName: admin.name,
    personId: null,
    sessionId: null,
    locale: "zh-CN",
    requestId: newId(),
    now: rows[0]?.now ?? new Date(),
    roles: ["ADMIN"],
    permissions: permissionsOf(["ADMIN"]),
  };
}

/** By name or code; null where there is none. */
async function findProject(by: CompanyCtx, name: string): Promise<Ctx | null> {
  const project = await db.project.findFirst({ where: { OR: [{ name }, { code: name }], archivedAt: null } });
  if (!project) return null;
  const settings = settingsOn([], businessDay(by.now));
  return { ...by, projectId: project.id, projectCode: project.code, timeZone: project.timeZone, settings };
}

/** A new name becomes a project, once the file has shown that there is something to import. */
async function carryOut(task: Task): Promise<ImportResult> {
  const by = await asAdministrator();
  const file = { fileName: basename(task.file), bytes: readFileSync(task.file) };
  let ctx = await findProject(by, task.project);
  if (!ctx) {
    const { result, clean, possible } = await previewFirstImport(file, null);
    const refused = task.acceptGoodRows ? !possible : !clean;
    if (refused) return { ...result, imported: 0 };
    if (task.dryRun) return result;
    await createProject(by, { name: task.project, city: "", address: "" });
    say(`Project ${task.project} is new and was created.`);
    ctx = await findProject(by, task.project);
  }
  if (!ctx) throw new Error(`There is no project ${task.project}.`);
  const known = task.profile ? await listImportProfiles(ctx) : [];
  const profile = known.find(({ name }) => name === task.profile)?.profile ?? null;
  const { acceptGoodRows, dryRun, profile: profileName } = task;
  return importUnits(ctx, { file, profile, profileName, acceptGoodRows, dryRun });
}

function withText(texts: Texts, note: ImportNote) {
  const key = `importProblem.${note.code}` as Parameters<Texts["t"]>[0];
  return { ...note, text: texts.t(key, { row: note.row ?? "", ...note.params }) };
}

function report(texts: Texts, result: ImportResult): void {
  const line = (note: ImportNote) => {
    const place = [note.row === null ? "" : `row ${note.row}`, note.column ?? ""].filter(Boolean).join(", ");
    return `  ${place ? `${place}: ` : ""}${withText(texts, note).text}`;
  };
  const { totals } = result;
  for (const { label, row, changes } of result.changes) {
    const words = changes.map(({ fact, before, after }) => `${fact} ${before ?? "—"} → ${after ?? "—"}`).join(", ");
    say(`  row ${row}, ${label}: ${words}`);
  }
  if (result.warnings.length > 0) say(["Worth a look:", ...result.warnings.map(line)].join("\n"));
  if (result.refused.length > 0) say(["Refused:", ...result.refused.map(line)].join("\n"));
  say(`${totals.units} units, ${texts.area(totals.grossCentiares)}, ${texts.money(totals.filedFen)} filed.`);
  say(outcome(result));
}

function outcome({ applied, imported, updated, unchanged, refused }: ImportResult): string {
  const counts = `${imported} new, ${updated} changed, ${unchanged} as they are`;
  if (!applied && refused.length > 0) return `Nothing was imported: ${refused.length} reasons stand above.`;
  if (!applied) return `Nothing was written (dry run): ${counts}.`;
  return imported + updated === 0 ? `Nothing has changed: ${counts}.` : `Imported: ${counts}.`;
}

/** Prints what came of it; 1 when rows were refused and nothing was written. */
async function main(): Promise<number> {
  const { json, ...task }: Task & { json: boolean } = JSON.parse(process.argv[2] ?? "{}");
  const texts = textsFor("zh-CN");
  const result = await carryOut(task);
  if (!json) report(texts, result);
  else {
    const notes = {
      refused: result.refused.map((one) => withText(texts, one)),
      warnings: result.warnings.map((one) => withText(texts, one)),
    };
    console.log(JSON.stringify({ ...result, ...notes }));
  }
  return !result.applied && result.refused.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Refused ? texts(error) : error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeLive();
  await closeDb();
}

function texts(error: Refused): string {
  return textsFor("zh-CN").refusal(error.refusal);
}
