import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSubstitution } from "~/features/approvals/change-substitution.server";
import { listSubstitutions } from "~/features/approvals/list-substitutions.server";
import { SubstitutionsPage } from "~/features/approvals/ui/substitutions-page";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/platform/id.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.substitutions") };

const DONE = ["set", "ended"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "approval:approve");
  const asked = new URL(request.url).searchParams.get("done");
  return {
    view: await listSubstitutions(ctx),
    formKey: newId(),
    done: DONE.find((one) => one === asked) ?? null,
    back: `/management/${ctx.projectCode}/approvals`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "approval:approve");
  const answer = await changeSubstitution(ctx, await request.formData());
  if (answer.done) return redirect(`/management/${ctx.projectCode}/substitutions?done=${answer.done}`);
  return data({ form: answer.form, refusal: answer.refusal }, answer.status);
}

export default function Substitutions() {
  const { back, ...loaded } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  const result = useActionData<typeof action>() ?? null;
  return <SubstitutionsPage {...loaded} result={result} back={{ to: back, label: t("places.approvals") }} />;
}
