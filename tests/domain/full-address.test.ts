import { expect, it } from "vitest";
import { fullAddress } from "~/domain/full-address";

it("names the city once", () => {
  expect(fullAddress({ city: "深圳", address: "深圳市南山区滨海大道 3008 号" })).toBe("深圳市南山区滨海大道 3008 号");
  expect(fullAddress({ city: "深圳", address: "滨海路 1 号" })).toBe("深圳滨海路 1 号");
});
