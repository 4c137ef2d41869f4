import { Authenticator } from "remix-auth";
import { FormStrategy } from "remix-auth-form";
import type { Origin } from "~/platform/origin.server";
import { type SignedIn, signIn } from "./sign-in.server";
import { signInByCode } from "./sign-in-by-code.server";
import { signInByCodeForm, signInForm } from "./sign-in-form";

export type Door = "password" | "code";

/**
 * The two doors of the house, for one request: staff by login and password, buyers by phone and code. The forms were
 * checked before, so what they hold is taken as it is.
 */
export function authenticatorFor(origin: Origin, now: Date): Authenticator<SignedIn> {
  const password = new FormStrategy<SignedIn>(({ form }) =>
    signIn(signInForm.parse(Object.fromEntries(form)), origin, now),
  );
  const code = new FormStrategy<SignedIn>(({ form }) =>
    signInByCode(signInByCodeForm.parse(Object.fromEntries(form)), origin, now),
  );
  return new Authenticator<SignedIn>().use(password, "password" satisfies Door).use(code, "code" satisfies Door);
}
