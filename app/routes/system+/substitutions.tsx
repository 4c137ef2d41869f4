import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSubstitution } from "~/features/approvals/change-substitution.server";
import { listSubstitutions } from "~/features/approvals/list-substitutions.server";
import { SubstitutionsPage } from "~/features/approvals/ui/substitutions-page";
import { listProjects } from "~/features/projects/list-projects.server";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/platform/id.server";
import { requireSignedIn, requireStaff } from "~/platform/session.server";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.substitutions") };

const DONE = ["set", "ended"] as const;

/** The project in the address, else the first; with the caller's context there. */
async function chosen(request: Request) {
  const projects = await listProjects((await requireSignedIn(request)).grants);
  const asked = new URL(request.url).searchParams.get("project");
  const code = projects.find((project) => project.code === asked)?.code ?? projects[0]?.code;
  return { projects, ctx: await requireStaff(request, code, "user:grant") };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { projects, ctx } = await chosen(request);
  const asked = new URL(request.url).searchParams.get("done");
  return {
    view: await listSubstitutions(ctx),
    formKey: newId(),
    done: DONE.find((one) => one === asked) ?? null,
    projects: projects.map(({ code, name }) => ({ value: code, label: name })),
    project: ctx.projectCode,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx } = await chosen(request);
  const answer = await changeSubstitution(ctx, await request.formData());
  if (answer.done) return redirect(`/system/substitutions?project=${ctx.projectCode}&done=${answer.done}`);
  return data({ form: answer.form, refusal: answer.refusal }, answer.status);
}

export default function Substitutions() {
  const { projects, project, ...loaded } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  const result = useActionData<typeof action>() ?? null;
  const [first, ...others] = projects;
  const chooser = first && others.length > 0 && (
    <FilterBar>
      <FilterSelect name="project" label={t("substitution.project")} options={others} all={first.label} />
    </FilterBar>
  );
  return <SubstitutionsPage key={project} {...loaded} result={result} chooser={chooser} />;
}
