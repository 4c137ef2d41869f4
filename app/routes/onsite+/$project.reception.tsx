import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { reachOf } from "~/domain/permission";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { listDuplicates } from "~/features/customers/find-duplicates.server";
import { getReceived } from "~/features/customers/get-received.server";
import { listConsultants } from "~/features/customers/list-consultants.server";
import { listTodaysVisits } from "~/features/customers/list-todays-visits.server";
import { readPhone } from "~/features/customers/phone";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { ReceivedNote } from "~/features/customers/ui/received-note";
import { RotationPanel } from "~/features/customers/ui/rotation-panel";
import { TodaysVisits } from "~/features/customers/ui/todays-visits";
import { VisitorPanel } from "~/features/customers/ui/visitor-panel";
import { visitAgainForm, visitOf, visitorForm } from "~/features/customers/visitor-form";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { requireStaff } from "~/platform/session.server";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { RefusalNote } from "~/ui/refusal-note";

export const handle: PageHandle = { title: ({ t }) => t("places.reception") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:register");
  const query = new URL(request.url).searchParams;
  const [visits, consultants, received] = await Promise.all([
    listTodaysVisits(ctx),
    listConsultants(ctx),
    getReceived(ctx, query.get("registered") ?? query.get("visited")),
  ]);
  return {
    visits,
    consultants: consultants.map(({ id, name, newToday }) => ({ id, name, newToday })),
    assigns: reachOf(ctx.permissions, "customer:register") === "scope",
    received: received && { ...received, again: query.has("visited") },
    formKey: crypto.randomUUID(),
    visitKey: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:register");
  const sent = await request.formData();
  return sent.get("intent") === "again" ? visitAgain(ctx, sent) : register(ctx, sent);
}

async function register(ctx: Ctx, sent: FormData) {
  const form = parseWithZod(sent, { schema: visitorForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, alike: [] }, 400);
  const outcome = await attempt(registerVisitor(ctx, visitOf(form.value)));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/reception?registered=${outcome.value.customerId}`);
  const errors = fieldErrorsOf(outcome.refusal);
  if (errors) return data({ form: form.reply(errors), refusal: null, alike: [] }, 422);
  const asked = { name: form.value.name, e164: readPhone(form.value.phone)?.e164 ?? null };
  const alike = outcome.refusal.code.startsWith("duplicate") ? await listDuplicates(ctx, asked) : [];
  return data({ form: form.reply(), refusal: outcome.refusal, alike }, 409);
}

async function visitAgain(ctx: Ctx, sent: FormData) {
  const form = parseWithZod(sent, { schema: visitAgainForm });
  if (form.status !== "success") throw data(null, 400);
  const visit = { ...form.value, contact: "VISIT", reached: true, text: "", nextOn: "", servedById: null } as const;
  const outcome = await attempt(recordInteraction(ctx, visit));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/reception?visited=${form.value.customerId}`);
  return data({ form: null, refusal: outcome.refusal, alike: [] }, 409);
}

export default function Reception() {
  const { visits, consultants, assigns, received, formKey, visitKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  return (
    <>
      <PageHeader title={t("places.reception")} lead={t("customers.receptionLead")} />
      <ReceivedNote received={received} />
      {answer?.form === null && <RefusalNote refusal={answer.refusal} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <VisitorPanel
          key={formKey}
          base={base}
          formKey={formKey}
          visitKey={visitKey}
          consultants={assigns ? consultants : null}
          result={answer?.form ? { ...answer, form: answer.form } : null}
        />
        <div className="flex min-w-0 flex-col gap-4">
          {assigns && <RotationPanel consultants={consultants} />}
          <TodaysVisits visits={visits} base={base} />
        </div>
      </div>
    </>
  );
}
