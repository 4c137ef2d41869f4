import { env } from "./env.server";

/** Hands one message to whoever carries it. `key` names the message, so that a repeat can be recognised there. */
export type Gateway = (message: { key: string; to: string; text: string }) => Promise<void>;

const TIMEOUT_MS = 10_000;

/**
 * The gateway for text messages, where the office has one: a POST of `{to, text}` as JSON with the token as bearer
 * and the key as Idempotency-Key; any 2xx answer counts as sent. Null: messages stay in the outbox.
 */
export const smsGateway: Gateway | null = env.sms ? gatewayAt(env.sms) : null;

export function gatewayAt({ url, token }: { url: string; token: string | null }): Gateway {
  return async ({ key, to, text }) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ to, text }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
  };
}
