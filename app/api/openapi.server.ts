import { z } from "zod";
import { REFUSAL_CODES } from "~/domain/refusal";
import { sessionCookie } from "~/platform/credential.server";
import { statusOf } from "~/platform/problem.server";
import { BOARD_PATHS } from "./openapi-board.server";
import type { Operation } from "./operation.server";

type Json = Record<string, unknown>;

const problem = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: "Words for people, by Accept-Language" }),
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z
    .array(
      z.object({
        code: z.enum(REFUSAL_CODES),
        detail: z.string(),
        pointer: z.string().optional().meta({ description: "JSON pointer into the body" }),
        parameter: z.string().optional(),
      }),
    )
    .optional(),
  instance: z.string(),
});

const ABOUT = `Loupan's interface for machines: the same commands and permissions as the screens.
Money is integer fen (1/100 yuan), areas integer centiares (1/100 ㎡), rates millionths, unit prices 1/100 fen per ㎡; days are ISO dates of the office's calendar, instants ISO date-times.
An id outside the caller's reach is not found. Refusals are application/problem+json (RFC 9457) whose code a client can act on; 409 says that the present state forbids it, 422 that the request is wrong in itself.
Idempotency-Key: the same key with the same body within 24 hours gets the first answer again and does nothing twice; with another body it is refused idempotency_mismatch.
Lists are paged: send what a page gave as \`next\` as \`after\`. Questions carry an ETag; If-None-Match is answered 304.`;

/** The OpenAPI 3.1 document, from the very schemas that check requests and answers. */
export function describeApi(operations: readonly Operation[]): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = structuredClone(BOARD_PATHS);
  for (const operation of operations) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method]: operationObject(operation, schemas) };
  }
  schemas.Problem = schemaOf(problem, "output", schemas);
  return {
    openapi: "3.1.0",
    info: { title: "Loupan", version: "1", description: ABOUT, license: { name: "MIT", identifier: "MIT" } },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "npm run token -- --user U --name N" },
        session: { type: "apiKey", in: "cookie", name: sessionCookie.name, description: "For questions (GET) alone" },
      },
    },
  };
}

function operationObject(operation: Operation, schemas: Json): Json {
  const { name, tag, summary, method, needs, body, answer, status, query } = operation;
  const preview = query !== null && "preview" in query.shape;
  const content = { "application/json": { schema: schemaOf(answer, "output", schemas) } };
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: `Needs ${needs.join(" and ")}.`,
    ...(method === "get" && { security: [{ token: [] }, { session: [] }] }),
    parameters: parametersOf(operation, schemas),
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input", schemas) } } },
    }),
    responses: {
      [status]: { description: "Done", content },
      ...(preview && { "200": { description: "What it would do", content } }),
      ...(method === "get" && { "304": { description: "As the caller has it" } }),
      ...problemsOf(operation),
    },
  };
}

function parametersOf({ path, query, method, once }: Operation, schemas: Json): Json[] {
  const uuid = { type: "string", format: "uuid" };
  const asked = query ? (schemaOf(query, "input", schemas) as { properties?: Json; required?: string[] }) : {};
  return [
    ...(path.includes("{id}") ? [{ name: "id", in: "path", required: true, schema: uuid }] : []),
    ...Object.entries(asked.properties ?? {}).map(([name, schema]) => {
      return { name, in: "query", required: asked.required?.includes(name) ?? false, schema };
    }),
    method === "get"
      ? { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } }
      : {
          name: "Idempotency-Key",
          in: "header",
          required: once,
          schema: { type: "string", pattern: "^[!-~]{1,200}$" },
        },
  ];
}

/** The problems by status, each with the codes that stand behind it here. */
function problemsOf({ at, body, once, method, refusals }: Operation): Json {
  const codes = new Set([
    ...refusals,
    ...(["token_refused", "not_permitted", "rate_limited", "value_invalid", "request_unreadable"] as const),
    ...(["server_failed", "database_away", "database_full", "database_crowded"] as const),
    ...(at === "anywhere" ? [] : (["not_found"] as const)),
    ...(body ? (["request_too_large", "media_type_refused"] as const) : []),
    ...(method === "post" ? (["idempotency_mismatch", "wrong_state"] as const) : []),
    ...(once ? (["idempotency_key_missing"] as const) : []),
  ]);
  const byStatus = new Map<string, string[]>();
  for (const code of codes) {
    const status = String(statusOf(code));
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: "#/components/schemas/Problem" };
  const content = { "application/problem+json": { schema } };
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [status, { description: `Refused: ${all.join(", ")}`, content }]),
  );
}

/** A schema as JSON Schema; those with an id of their own move to the document's components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const { $schema: _, $defs = {}, ...own } = moved(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
  const id = schema.meta()?.id;
  for (const [name, one] of Object.entries($defs as Json)) schemas[name] = withoutId(one as Json);
  if (!id) return own;
  schemas[id] ??= withoutId(own);
  return { $ref: `#/components/schemas/${id}` };
}

function moved(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function withoutId({ id: _, ...schema }: Json): Json {
  return schema;
}
