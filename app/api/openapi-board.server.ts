import { z } from "zod";
import { SALE_STATES } from "~/domain/unit-state";
import { BOARD_COLUMNS } from "~/features/units/board-unit";

// The board's hot paths answer from packed buffers on Express, beside the operations; here they are described.

const snapshot = z.object({
  version: z.int().meta({ description: "Where the events go on from" }),
  columns: z.array(z.enum(BOARD_COLUMNS)),
  buildings: z.array(z.object({ name: z.string(), position: z.int() })),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.null()])))
    .meta({ description: "A unit each, values in the order of columns; moments in epoch milliseconds" }),
});

const delta = z.object({
  version: z.int(),
  units: z.array(z.looseObject({ id: z.uuid(), no: z.int(), state: z.enum(SALE_STATES) })),
});

const problem = (description: string) => ({
  description: `Refused: ${description}`,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const id = { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } };
const refused = {
  "401": problem("token_refused"),
  "403": problem("not_permitted"),
  "404": problem("not_found"),
};
const security = [{ token: [] }, { session: [] }];

export const BOARD_PATHS = {
  "/api/v1/projects/{id}/board": {
    get: {
      operationId: "getBoard",
      tags: ["board"],
      summary: "The whole board as one packed snapshot",
      description: "Needs unit:read.",
      security,
      parameters: [id, { name: "If-None-Match", in: "header", required: false, schema: { type: "string" } }],
      responses: {
        "200": { description: "Done", content: { "application/json": { schema: z.toJSONSchema(snapshot) } } },
        "304": { description: "As the caller has it" },
        ...refused,
      },
    },
  },
  "/api/v1/projects/{id}/board/events": {
    get: {
      operationId: "followBoard",
      tags: ["board"],
      summary: "What changes on the board, as server-sent events; goes on after Last-Event-ID",
      description:
        "Needs unit:read. `hello` {now}, and `beat` {now} every five seconds; `units` {version, units} with each changed unit as it now is; `reset` {version} when the whole board is quicker to read again.",
      security,
      parameters: [
        id,
        { name: "since", in: "query", required: false, schema: { type: "integer", minimum: 0 } },
        { name: "Last-Event-ID", in: "header", required: false, schema: { type: "string" } },
      ],
      responses: {
        "200": { description: "A stream", content: { "text/event-stream": { schema: z.toJSONSchema(delta) } } },
        "422": problem("value_invalid"),
        ...refused,
      },
    },
  },
};
