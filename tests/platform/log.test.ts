import { expect, it } from "vitest";
import { describeError } from "~/platform/log.server";

class PrismaClientKnownRequestError extends Error {
  override readonly name = "PrismaClientKnownRequestError";
  readonly code = "P2002";
}

it("writes nothing that a database said about its rows", () => {
  const cause = new PrismaClientKnownRequestError("Key (phone)=(13800000001) already exists");
  const written = JSON.stringify(describeError(new Error("the command failed", { cause })));
  expect(written).toContain("the command failed");
  expect(written).toContain("P2002");
  expect(written).not.toContain("13800000001");
});
