import { expect, it } from "vitest";
import { z } from "zod";
import { newId } from "~/platform/id.server";

it("makes ids that sort in the order they were made, however quickly", () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(z.uuidv7().safeParse(ids[0]).success).toBe(true);
});
