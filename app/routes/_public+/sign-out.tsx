import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/features/accounts/sign-out.server";
import { sessionCookie } from "~/platform/credential.server";
import { findSignedIn } from "~/platform/session.server";

/** Ends the session here and in the database. */
export async function action({ request }: ActionFunctionArgs) {
  const found = await findSignedIn(request);
  if (found) await signOut(found.caller);
  return redirect("/", { headers: { "Set-Cookie": await sessionCookie.serialize("", { maxAge: 0 }) } });
}

/** There is nothing to see here. */
export function loader() {
  return redirect("/");
}
