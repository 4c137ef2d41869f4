import { z } from "zod";
import { env } from "./env.server";
import { type Gateway, Undeliverable } from "./gateway.server";

export type SmsSettings = { url: string; token: string | null; format: "json" | "form" };

const TIMEOUT_MS = 10_000;
/** Answers of 4xx that may be different a little later: timeout, conflict with a repeat under way, too many requests. */
const LATER = [408, 409, 425, 429];

const answered = z.object({ id: z.union([z.string(), z.number()]).transform(String) });

/** The gateway for text messages, where the office has one. Null: messages stay in the outbox. */
export const smsGateway: Gateway | null = env.sms ? smsGatewayAt(env.sms) : null;

/**
 * A POST of `to` (E.164) and `text`, as JSON or as a form, with the token as bearer and the message's key as
 * Idempotency-Key. Any 2xx counts as taken; an `id` in a JSON answer is kept as the carrier's reference. 4xx is final
 * but for 408, 409, 425 and 429; anything else is tried again.
 */
export function smsGatewayAt({ url, token, format }: SmsSettings, timeoutMs = TIMEOUT_MS): Gateway {
  return async ({ key, to, text }) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": format === "json" ? "application/json" : "application/x-www-form-urlencoded",
        "Idempotency-Key": key,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: format === "json" ? JSON.stringify({ to, text }) : new URLSearchParams({ to, text }).toString(),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const said = await answer.text();
    if (answer.ok) return { reference: referenceIn(said) };
    const words = `the gateway answered ${answer.status}`;
    const final = answer.status >= 400 && answer.status < 500 && !LATER.includes(answer.status);
    throw final ? new Undeliverable(words) : new Error(words);
  };
}

function referenceIn(said: string): string | null {
  try {
    return answered.safeParse(JSON.parse(said)).data?.id ?? null;
  } catch {
    return null;
  }
}
