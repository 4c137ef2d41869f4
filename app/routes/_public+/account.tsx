import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeMail, getMail } from "~/features/accounts/change-mail.server";
import { changePassword } from "~/features/accounts/change-password.server";
import { getHome } from "~/features/accounts/get-home.server";
import { listSessions } from "~/features/accounts/list-sessions.server";
import { changeMailForm, changePasswordForm } from "~/features/accounts/person-form";
import { endSessions } from "~/features/accounts/sign-out.server";
import { AccountPage } from "~/features/accounts/ui/account-page";
import { attempt } from "~/platform/attempt.server";
import { sessionCookie } from "~/platform/credential.server";
import { newId } from "~/platform/id.server";
import { requireId, requireSignedIn } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.account") };

export async function loader({ request }: LoaderFunctionArgs) {
  const { caller } = await requireSignedIn(request);
  const [sessions, home, mail] = await Promise.all([listSessions(caller), getHome(caller.actorId), getMail(caller)]);
  return {
    name: caller.actorName,
    mail,
    staff: caller.personId === null,
    sessions,
    home: home.path,
    formKey: newId(),
    done: new URL(request.url).searchParams.get("done"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { caller } = await requireSignedIn(request);
  const sent = await request.formData();
  const act = sent.get("act");
  if (act === "end-all") {
    await endSessions(caller);
    return redirect("/sign-in", { headers: { "Set-Cookie": await sessionCookie.serialize("", { maxAge: 0 }) } });
  }
  if (act === "end") {
    await endSessions(caller, { id: requireId(String(sent.get("sessionId"))) });
    return redirect("/account?done=session");
  }
  if (act === "mail") {
    const form = parseWithZod(sent, { schema: changeMailForm });
    if (form.status !== "success") return data({ about: "mail" as const, form: form.reply(), refusal: null }, 400);
    await changeMail(caller, { mail: form.value.mail ?? null });
    return redirect("/account?done=mail");
  }
  const about = "password" as const;
  const form = parseWithZod(sent, { schema: changePasswordForm });
  const reply = () => form.reply({ hideFields: ["old", "password"] });
  if (form.status !== "success") return data({ about, form: reply(), refusal: null }, 400);
  const outcome = await attempt(changePassword(caller, form.value));
  if (!outcome.ok) return data({ about, form: reply(), refusal: outcome.refusal }, 409);
  return redirect("/account?done=password");
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>() ?? null} />;
}
