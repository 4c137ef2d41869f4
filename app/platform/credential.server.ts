import { createHmac, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { env } from "./env.server";
import { sessionSecrets } from "./secrets.server";

/** What a caller shows: the cookie of a session, or a bearer token of the API. */
export type Credential = { kind: "session" | "token"; hashes: string[] };

/** 256 random bits are the whole session; the prefix keeps other hosts of the domain from setting it. */
export const sessionCookie = createCookie(env.production ? "__Host-loupan" : "loupan", {
  httpOnly: true,
  sameSite: "lax",
  secure: env.production,
  path: "/",
});

export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Only a keyed hash of a token is stored; new ones are made with the first secret. */
export function hashOf(token: string): string {
  return hashesOf(token)[0] ?? "";
}

/** Under every secret in use, so that a change of secrets signs nobody out. */
export function hashesOf(token: string): string[] {
  return sessionSecrets.map((secret) => createHmac("sha256", secret).update(token).digest("hex"));
}

/** The caller's credential, if any: a bearer token goes before a cookie. */
export async function credentialOf(headers: Headers): Promise<Credential | null> {
  const bearer = /^Bearer ([\w.~+/-]{20,200}=*)$/.exec(headers.get("Authorization") ?? "")?.[1];
  if (bearer) return { kind: "token", hashes: hashesOf(bearer) };
  const token: unknown = await sessionCookie.parse(headers.get("Cookie"));
  return typeof token === "string" && token ? { kind: "session", hashes: hashesOf(token) } : null;
}
