import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getProjectPapers } from "~/features/units/get-project-papers.server";
import { projectPapersForm } from "~/features/units/project-papers-form";
import { recordPaper } from "~/features/units/record-paper.server";
import { ProjectPapersPage } from "~/features/units/ui/project-papers-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.projectPapers") };

const DONE = ["permit", "milestone", "flags"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "project:record_papers");
  const asked = new URL(request.url).searchParams.get("done");
  return {
    papers: await getProjectPapers(ctx),
    submissionKey: crypto.randomUUID(),
    done: DONE.find((one) => one === asked) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "project:record_papers");
  const sent = await request.formData();
  const paper = String(sent.get("paper") ?? "");
  const form = projectPapersForm.safeParse({ ...Object.fromEntries(sent), buildingIds: sent.getAll("buildingIds") });
  if (!form.success) {
    const errors = Object.fromEntries(form.error.issues.map(({ path, message }) => [String(path[0]), [message]]));
    return data({ paper, errors, refusal: null }, 400);
  }
  const outcome = await attempt(recordPaper(ctx, form.data));
  if (!outcome.ok) return data({ paper, errors: null, refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/papers?done=${form.data.paper}`);
}

export default function Papers() {
  return <ProjectPapersPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
