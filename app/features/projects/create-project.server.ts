import { pinyin } from "pinyin-pro";
import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { inTransaction, type Tx } from "~/platform/db.server";

export type CreateProject = { name: string; city: string; address: string };

/** Sets up a project with one phase, sold by the company's first seller. Its code is made from the name's pinyin. */
export async function createProject(ctx: CompanyCtx, input: CreateProject): Promise<{ id: string; code: string }> {
  demand(may(ctx.permissions, "project:set_up"));
  return inTransaction(async (tx) => {
    const branch = await tx.branch.findFirst({ orderBy: { id: "asc" } });
    const seller = await tx.seller.findFirst({ orderBy: { id: "asc" } });
    if (!branch || !seller) throw new Refused({ code: "not_found" });
    const code = await freeCode(tx, input.name);
    const project = await tx.project.create({
      data: {
        ...input,
        code,
        branchId: branch.id,
        createdAt: ctx.now,
        phases: { create: { sellerId: seller.id, name: "一期" } },
      },
    });
    const by = { ...ctx, projectId: project.id };
    await record(tx, by, {
      action: "project.created",
      subject: `project:${project.id}`,
      after: { name: input.name, code },
    });
    return { id: project.id, code };
  });
}

async function freeCode(tx: Tx, name: string): Promise<string> {
  const letters = pinyin(name, { pattern: "first", toneType: "none", type: "array" }).join("").toLowerCase();
  const stem = letters.replace(/[^a-z0-9]/g, "").slice(0, 20) || "project";
  const taken = await tx.project.findMany({ where: { code: { startsWith: stem } }, select: { code: true } });
  const codes = new Set(taken.map(({ code }) => code));
  for (let i = 1; ; i++) {
    const code = i === 1 ? stem : `${stem}-${i}`;
    if (!codes.has(code)) return code;
  }
}
