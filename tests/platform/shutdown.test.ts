import { expect, it } from "vitest";
import { closeAll, closeOnExit, endOnStop, endStreams } from "~/platform/shutdown.server";

it("ends streams first, then closes the newest first, whatever fails on the way", async () => {
  const order: string[] = [];
  closeOnExit("pool", () => order.push("pool"));
  closeOnExit("broken", () => Promise.reject(new Error("no")));
  closeOnExit("jobs", () => order.push("jobs"));
  endOnStop("streams", () => order.push("streams"));
  await endStreams();
  await closeAll();
  await closeAll();
  expect(order).toEqual(["streams", "jobs", "pool"]);
});
