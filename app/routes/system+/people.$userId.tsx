import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { changePerson } from "~/features/accounts/change-person.server";
import { getPerson, listGrantPlaces } from "~/features/accounts/get-person.server";
import { giveGrant } from "~/features/accounts/give-grant.server";
import { giveGrantForm } from "~/features/accounts/person-form";
import { PersonPage } from "~/features/accounts/ui/person-page";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireCompany, requireId } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle<{ person: { name: string } } | undefined> = {
  title: ({ t }, loaded) => loaded?.person.name ?? t("places.people"),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "user:read");
  const person = await getPerson(ctx, requireId(params.userId));
  if (!person) throw data(null, 404);
  return {
    person,
    places: await listGrantPlaces(),
    formKey: newId(),
    self: person.id === ctx.actorId,
    mayChange: may(ctx.permissions, "user:create_or_disable").ok,
    mayGrant: may(ctx.permissions, "user:grant").ok,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const userId = requireId(params.userId);
  const sent = await request.formData();
  if (sent.get("act") !== "give-grant") {
    const ctx = await requireCompany(request, "user:read");
    const outcome = await attempt(changePerson(ctx, userId, sent));
    if (!outcome.ok) return data({ form: null, refusal: outcome.refusal, password: null }, 409);
    if (outcome.value.password) return data({ form: null, refusal: null, password: outcome.value.password });
    return redirect(`/system/people/${userId}?done=${sent.get("act")}`);
  }
  const ctx = await requireCompany(request, "user:grant");
  const form = parseWithZod(sent, { schema: giveGrantForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, password: null }, 400);
  const outcome = await attempt(giveGrant(ctx, { ...form.value, userId }));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal, password: null }, 409);
  return redirect(`/system/people/${userId}?done=give-grant`);
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>() ?? null} />;
}
