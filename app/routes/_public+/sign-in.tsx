import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { authenticatorFor } from "~/features/accounts/authenticator.server";
import { getHome } from "~/features/accounts/get-home.server";
import { DEMO_BUYER_PHONE, DEMO_PASSWORD, listDemoDoors } from "~/features/accounts/list-demo-doors.server";
import { CODE_MINUTES, requestCode } from "~/features/accounts/request-code.server";
import { requestCodeForm, signInByCodeForm, signInForm } from "~/features/accounts/sign-in-form";
import { SignInPage } from "~/features/accounts/ui/sign-in-page";
import type { SignInResult } from "~/features/accounts/ui/sign-in-result";
import { LOCALE_COOKIE, localeOf, readCookie } from "~/i18n/locale";
import { attempt } from "~/platform/attempt.server";
import { databaseNow } from "~/platform/clock.server";
import { sessionCookie } from "~/platform/credential.server";
import { originOf } from "~/platform/origin.server";
import { ownPath } from "~/platform/own-path.server";
import { findSignedIn } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("accounts.signInTitle") };

const FORMS = { password: signInForm, code: signInByCodeForm, "request-code": requestCodeForm } as const;
const YEAR_S = 31_536_000;

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const next = ownPath(query.get("next"));
  const found = await findSignedIn(request);
  if (found) throw redirect(next ?? (await getHome(found.caller.actorId)).path);
  const doors = await listDemoDoors();
  return {
    next,
    buyer: query.get("door") === "buyer" || (next?.startsWith("/portal") ?? false),
    demo: doors && { doors, password: DEMO_PASSWORD, phone: DEMO_BUYER_PHONE },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await request.clone().formData();
  const asked = sent.get("door");
  const door: SignInResult["door"] = asked === "code" || asked === "request-code" ? asked : "password";
  const form = parseWithZod(sent, { schema: FORMS[door] });
  const reply = () => form.reply({ hideFields: ["password", "code"] });
  if (form.status !== "success") return data({ door, form: reply(), refusal: null, sentTo: null }, 400);
  const [now, origin] = [await databaseNow(), originOf(request, context)];

  if (door === "request-code") {
    const locale = localeOf(request.headers.get("Cookie"));
    const asking = await attempt(requestCode(requestCodeForm.parse(form.value).phone, locale, origin, now));
    const refusal = asking.ok ? null : asking.refusal;
    const sentTo = asking.ok ? { phone: String(sent.get("phone")), minutes: CODE_MINUTES } : null;
    return data({ door, form: asking.ok ? null : reply(), refusal, sentTo }, asking.ok ? 200 : 429);
  }

  const outcome = await attempt(authenticatorFor(origin, now).authenticate(door, request));
  if (!outcome.ok) {
    const sentTo = door === "code" ? { phone: String(sent.get("phone")), minutes: CODE_MINUTES } : null;
    return data(
      { door, form: reply(), refusal: outcome.refusal, sentTo },
      outcome.refusal.code === "rate_limited" ? 429 : 401,
    );
  }
  const home = await getHome(outcome.value.userId);
  const headers = new Headers({ "Set-Cookie": await sessionCookie.serialize(outcome.value.token) });
  // A device on which nobody chose a language speaks the user's.
  if (!readCookie(request.headers.get("Cookie"), LOCALE_COOKIE)) {
    headers.append("Set-Cookie", `${LOCALE_COOKIE}=${home.locale}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`);
  }
  return redirect(ownPath(form.value.next) ?? home.path, { headers });
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>() ?? null} />;
}
