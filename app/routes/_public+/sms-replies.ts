import { createHash, timingSafeEqual } from "node:crypto";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import { z } from "zod";
import { takeReply } from "~/features/messaging/take-reply.server";
import { databaseNow } from "~/platform/clock.server";
import { env } from "~/platform/env.server";

const replySchema = z.object({ from: z.string().regex(/^\+\d{6,15}$/), text: z.string().max(2000) });

/** The carrier reports a reply: POST {from (E.164), text} as JSON or as a form, with the gateway's token as bearer. */
export async function action({ request }: ActionFunctionArgs) {
  if (!isFromGateway(request.headers.get("Authorization"))) throw data(null, 404);
  const json = request.headers.get("Content-Type")?.includes("json");
  const body: unknown = json
    ? await request.json().catch(() => null)
    : Object.fromEntries(await request.formData().catch(() => new FormData()));
  const reply = replySchema.safeParse(body);
  if (!reply.success) throw data(null, 400);
  await takeReply(reply.data, await databaseNow());
  return new Response(null, { status: 204 });
}

/** Without a token of the office's own nobody may report anything. */
function isFromGateway(authorization: string | null): boolean {
  const token = env.sms?.token;
  if (!token) return false;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(authorization ?? ""), hash(`Bearer ${token}`));
}
