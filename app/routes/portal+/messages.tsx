import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownChoicesForm } from "~/features/messaging/choice-form";
import { chooseMessages } from "~/features/messaging/choose-messages.server";
import { listOwnChoices } from "~/features/messaging/list-choices.server";
import { OwnChoices } from "~/features/messaging/ui/own-choices";
import { useTexts } from "~/i18n/use-texts";
import { newId } from "~/platform/id.server";
import { requireBuyer } from "~/platform/session.server";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.ownMessages") };

export async function loader({ request }: LoaderFunctionArgs) {
  const buyer = await requireBuyer(request);
  const saved = new URL(request.url).searchParams.get("done") === "saved";
  return { choices: await listOwnChoices(buyer), formKey: newId(), saved };
}

export async function action({ request }: ActionFunctionArgs) {
  const buyer = await requireBuyer(request);
  const form = parseWithZod(await request.formData(), { schema: ownChoicesForm });
  if (form.status !== "success") return data(form.reply(), 400);
  await chooseMessages(buyer, form.value);
  return redirect("/portal/messages?done=saved");
}

export default function OwnMessages() {
  const { choices, formKey, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>() ?? null;
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.ownMessages")} lead={t("message.ownLead")} />
      <Flash message={saved && !result ? t("message.saved") : null} />
      <Panel title={t("message.wanted")}>
        <OwnChoices key={formKey} choices={choices} formKey={formKey} result={result} />
      </Panel>
    </>
  );
}
