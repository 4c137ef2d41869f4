import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { toldChoiceForm } from "~/features/messaging/choice-form";
import { listCustomerMessages } from "~/features/messaging/list-choices.server";
import { recordChoice } from "~/features/messaging/record-choice.server";
import { ChoiceHistory, ChoicesNow, SentMessages } from "~/features/messaging/ui/customer-messages";
import { ToldChoiceForm } from "~/features/messaging/ui/told-choice-form";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("message.title") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "message:send");
  const customer = await listCustomerMessages(ctx, requireId(params.customerId));
  if (!customer) throw data(null, 404);
  const saved = new URL(request.url).searchParams.get("done") === "saved";
  const settings = await settingOrigins(ctx, SCREEN_SETTINGS.messages);
  return { customer, settings, back: `/onsite/${ctx.projectCode}/customers/${customer.id}`, formKey: newId(), saved };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "message:send");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: toldChoiceForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { kind = null, wanted, ...rest } = form.value;
  const outcome = await attempt(recordChoice(ctx, { ...rest, customerId, kind, wanted: wanted === "yes" }));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}/messages?done=saved`);
}

export default function CustomerMessages() {
  const { customer, settings, back, formKey, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>() ?? null;
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("message.title")} lead={t("message.lead")} back={{ to: back, label: customer.name }} />
      <Flash message={saved && !result ? t("message.saved") : null} />
      <Panel title={t("message.wanted")}>
        <ChoicesNow kinds={customer.kinds} />
      </Panel>
      <Panel title={t("message.recordChoice")}>
        <ToldChoiceForm key={formKey} formKey={formKey} result={result} />
      </Panel>
      <Panel title={t("message.history")} flush>
        <ChoiceHistory history={customer.history} />
      </Panel>
      <Panel title={t("message.sent")} flush>
        <SentMessages sent={customer.sent} />
      </Panel>
      <SettingNotes of={settings} />
    </>
  );
}
