import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { may, mayAsk, type Permission } from "~/domain/permission";
import { companyContext, type Found, findCaller, type Place } from "./caller.server";
import type { Caller, CompanyCtx, Ctx } from "./context.server";
import { credentialOf } from "./credential.server";

/** A buyer sees what belongs to the person they are. */
export type BuyerCtx = Caller & { personId: string };

/** Who is signed in, or null. For pages that anybody may open. */
export async function findSignedIn(request: Request, place: Place = null): Promise<Found | null> {
  const credential = await credentialOf(request.headers);
  return credential ? findCaller(credential, place) : null;
}

/** As findSignedIn; without a session the browser goes to the sign-in page and comes back afterwards. */
export async function requireSignedIn(request: Request, place: Place = null): Promise<Found> {
  const found = await findSignedIn(request, place);
  if (!found) throw redirect(`/sign-in?next=${encodeURIComponent(returnPath(request))}`);
  return found;
}

/**
 * The caller on this project (by the code in its address). No session: sign in. No grant that reaches the project:
 * 404, as if it did not exist. Grant too small: 403.
 */
export async function requireStaff(
  request: Request,
  projectCode: string | undefined,
  needed: Permission,
): Promise<Ctx> {
  const { ctx } = await requireSignedIn(request, { code: projectCode ?? "" });
  if (!ctx) throw data(null, 404);
  demandPermission(ctx, needed);
  return ctx;
}

/** The caller on the company as a whole, by a grant of that scope. */
export async function requireCompany(request: Request, needed: Permission): Promise<CompanyCtx> {
  const ctx = companyContext(await requireSignedIn(request));
  demandPermission(ctx, needed);
  return ctx;
}

/** The buyer who is signed in. Staff have no portal of their own: 403. */
export async function requireBuyer(request: Request): Promise<BuyerCtx> {
  const { caller } = await requireSignedIn(request);
  if (!caller.personId) throw data(null, 403);
  return { ...caller, personId: caller.personId };
}

/** An id from the address bar; what is no id finds nothing. */
export function requireId(value: string | undefined): string {
  const id = z.uuid().safeParse(value);
  if (!id.success) throw data(null, 404);
  return id.data;
}

function demandPermission(ctx: { permissions: Ctx["permissions"] }, needed: Permission): void {
  if (!may(ctx.permissions, needed).ok && !mayAsk(ctx.permissions, needed).ok) throw data(null, 403);
}

/** The page to come back to: the one asked for, or the one whose form was sent. */
function returnPath(request: Request): string {
  const referer = request.headers.get("Referer");
  const url = new URL(request.method === "GET" || !referer ? request.url : referer, request.url);
  return `${url.pathname.replace(/\.data$/, "")}${url.search}`;
}
