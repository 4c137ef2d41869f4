import type { z } from "zod";
import type { Permission } from "~/domain/permission";
import { type RefusalCode, Refused } from "~/domain/refusal";
import type { Found, Place, Subject } from "~/platform/caller.server";
import type { Ctx } from "~/platform/context.server";

/** What came in for an operation, checked: `key` is the Idempotency-Key, or a new one where none is needed. */
type Asked = { found: Found; ctx: Ctx | null; id: string; key: string; query: unknown; body: unknown };

/** One operation of the interface: what serves it, checks it and documents it all come from here. */
export type Operation = {
  name: string;
  method: "get" | "post";
  /** Below /api/v1, with `{id}` for what it is about. */
  path: string;
  tag: string;
  summary: string;
  /** What the id names; "named": the project stands in query or body; "anywhere": all that the grants reach. */
  at: Subject | "project" | "named" | "anywhere";
  /** The rights that the commands behind it ask for. */
  needs: readonly Permission[];
  query: z.ZodObject | null;
  body: z.ZodObject | null;
  answer: z.ZodType;
  status: 200 | 201 | 202;
  /** Claims a unit or moves money: not without an Idempotency-Key. */
  once: boolean;
  /** The refusals that a client of this operation should be ready for. */
  refusals: readonly RefusalCode[];
  /** Where "named" has no projectId: the place by other parts of the body. */
  place: (body: unknown) => Place;
  carryOut: (asked: Asked) => Promise<unknown>;
};

type Described = Pick<Operation, "name" | "path" | "tag" | "summary" | "at" | "needs" | "answer"> &
  Partial<Pick<Operation, "refusals" | "status">>;
type Read<Query> = { ctx: Ctx; id: string; query: Query };
type Change<Body, Query> = { ctx: Ctx; id: string; key: string; body: Body; query: Query };

const NO_PLACE = () => null;

/** A question: GET, with a query if it takes one. */
export function reads<Query extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  described: Described & { query?: Query; ask: (read: Read<z.output<Query>>) => Promise<unknown> },
): Operation {
  const { query = null, ask, ...rest } = described;
  return {
    ...{ refusals: [], status: 200, body: null, once: false, place: NO_PLACE, method: "get" },
    ...rest,
    query,
    // The query has been checked by this very schema.
    carryOut: ({ ctx, id, query: given }) => ask({ ctx: demandPlace(ctx), id, query: given as z.output<Query> }),
  };
}

/** A change: POST with a body; `act` runs the same command as the screens. */
export function changes<Body extends z.ZodObject, Query extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  described: Described & {
    query?: Query;
    body: Body;
    once?: boolean;
    place?: (body: z.output<Body>) => Place;
    act: (change: Change<z.output<Body>, z.output<Query>>) => Promise<unknown>;
  },
): Operation {
  const { query = null, place = NO_PLACE, act, ...rest } = described;
  return {
    ...{ refusals: [], status: 200, once: false, method: "post" },
    ...rest,
    query,
    // Body and query have been checked by these very schemas.
    place: (body) => place(body as z.output<Body>),
    carryOut: ({ ctx, id, key, body, query: given }) =>
      act({ ctx: demandPlace(ctx), id, key, body: body as z.output<Body>, query: given as z.output<Query> }),
  };
}

/** A question about everything that the caller's grants reach. */
export function readsAnywhere<Query extends z.ZodObject>(
  described: Omit<Described, "at"> & { query: Query; ask: (found: Found, query: z.output<Query>) => Promise<unknown> },
): Operation {
  const { ask, ...rest } = described;
  return {
    ...{ refusals: [], status: 200, body: null, once: false, place: NO_PLACE, method: "get", at: "anywhere" },
    ...rest,
    carryOut: ({ found, query }) => ask(found, query as z.output<Query>),
  };
}

function demandPlace(ctx: Ctx | null): Ctx {
  if (!ctx) throw new Refused({ code: "not_found" });
  return ctx;
}
