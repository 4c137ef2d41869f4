import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import express from "express";
import { expect } from "vitest";
import { describeApi } from "~/api/openapi.server";
import { OPERATIONS } from "~/api/operations.server";
import { mountApi } from "~/api/serve.server";
import { mountBoardApi } from "~/features/units/board-http.server";
import { hashOf, newToken } from "~/platform/credential.server";
import { db } from "~/platform/db.server";
import { identifyRequest } from "~/platform/http-headers.server";
import { newId } from "~/platform/id.server";
import { NOW } from "./given";

type Method = "GET" | "POST";
export type Reply = { status: number; headers: Headers; body: Record<string, unknown> };
export type Ask = { as?: string | null; key?: string | null; body?: unknown; headers?: Record<string, string> };

/** A token of somebody who has grants. */
export async function tokenOf({ actorId }: { actorId: string }): Promise<string> {
  const token = newToken();
  await db.apiToken.create({ data: { userId: actorId, name: "test", tokenHash: hashOf(token), createdAt: NOW } });
  return token;
}

/** The interface as server.ts serves it, on a free port. */
export async function serveApi() {
  const app = express();
  app.use(identifyRequest);
  mountBoardApi(app);
  mountApi(app);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** Asks one of any number of servers, and holds the answer against the document. Remembers which operations answered. */
export function clientOf(url: string) {
  const answered = new Set<string>();
  const ask = async (method: Method, path: string, { as, key, body, headers = {} }: Ask = {}): Promise<Reply> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(as && { Authorization: `Bearer ${as}` }),
        ...(method === "POST" && key !== null && { "Idempotency-Key": key ?? newId() }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
    const operation = demandDescribed(method, path, reply);
    if (operation && reply.status < 300) answered.add(operation);
    return reply;
  };
  return {
    answered,
    get: (path: string, given: Ask = {}) => ask("GET", path, given),
    post: (path: string, body: unknown, given: Ask = {}) => ask("POST", path, { ...given, body }),
  };
}
export type Client = ReturnType<typeof clientOf>;

/** The operations that a sale goes through; the others are asked one by one. */
export const OF_A_SALE: readonly string[] = [
  ...["reserveUnit", "confirmUnit", "signSubscription", "takePayment", "getStatement", "signContract", "getUnit"],
  ...["listWaitingApprovals", "getApproval", "decideApproval", "fileContract", "recordFiling", "getDeal"],
  ...["getPayment", "askPaymentReversal"],
];

type Described = { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> };
type Document = { paths: Record<string, Record<string, Described>>; components: { schemas: object } };

export const DOCUMENT = JSON.parse(JSON.stringify(describeApi(OPERATIONS))) as Document;

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "api", components: DOCUMENT.components });
const compiled = new Map<string, ValidateFunction>();

/** The operation's id, when the answer is one that the document describes; fails when it is not. */
function demandDescribed(method: Method, path: string, { status, headers, body }: Reply): string | null {
  const operation = describedAt(method, path);
  if (!operation) return null;
  const described = operation.responses[status];
  expect(described, `${method} ${path} answered ${status}: ${JSON.stringify(body)}`).toBeDefined();
  const type = headers.get("Content-Type")?.split(";")[0] ?? "";
  const schema = described?.content?.[type]?.schema;
  if (!schema) {
    expect(described?.content, `${method} ${path} ${status} ${type}`).toBeUndefined();
    return operation.operationId;
  }
  const name = `${operation.operationId} ${status}`;
  const validate = compiled.get(name) ?? ajv.compile(rooted(schema));
  compiled.set(name, validate);
  expect(validate(body) ? [] : validate.errors, `${name}: ${JSON.stringify(body)}`).toEqual([]);
  return operation.operationId;
}

function describedAt(method: Method, path: string): Described | undefined {
  const [bare = ""] = `/api/v1${path}`.split("?");
  const found = Object.entries(DOCUMENT.paths).find(([template]) => {
    return new RegExp(`^${template.replace("{id}", "[^/]+")}$`).test(bare);
  });
  return found?.[1][method.toLowerCase()];
}

function rooted(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'));
}
