import { describe, expect, it } from "vitest";
import { maskPhone, phoneRefusal, readPhone, showPhone } from "~/features/customers/phone";

describe("reading a phone", () => {
  it.each([
    ["13800000001", "+8613800000001"],
    ["138 0000 0001", "+8613800000001"],
    ["138-0000-0001", "+8613800000001"],
    ["+86 138 0000 0001", "+8613800000001"],
    ["８６１３８０００００００１", "+8613800000001"],
    ["１３８００００００01", "+8613800000001"],
    ["\u202A138\u200B00000001\u202C", "+8613800000001"],
    ["19900000001", "+8619900000001"],
    ["0755-8266 8266", "+8675582668266"],
    ["+852 5123 4567", "+85251234567"],
    ["+1 (415) 555-2671", "+14155552671"],
    ["+44 20 7946 0958", "+442079460958"],
  ])("%s → %s", (typed, e164) => {
    expect(readPhone(typed)).toEqual({ e164, tail: e164.slice(-4) });
  });

  it.each([
    ["138000000", "phone_incomplete"],
    ["138****0001", "phone_incomplete"],
    ["1380000000", "phone_incomplete"],
    ["138000000012", "phone_invalid"],
    ["110", "phone_invalid"],
    ["51234567", "phone_invalid"],
    ["+999123456789", "phone_invalid"],
    ["0755-82668266-801转3", "phone_invalid"],
    ['\'; DROP TABLE "Person"; --', "phone_invalid"],
    ["电话没有", "phone_invalid"],
    ["😀", "phone_invalid"],
    ["", "phone_invalid"],
  ])("%s is no full number: %s", (typed, code) => {
    expect(readPhone(typed)).toBeNull();
    expect(phoneRefusal(typed)).toMatchObject({ ok: false, refusal: { code } });
  });
});

it.each([
  ["+8613800000001", "138****0001", "138 0000 0001"],
  ["+8675582668266", "****8266", "0755 8266 8266"],
  ["+85251234567", "+852 ****4567", "+852 5123 4567"],
  ["+14155552671", "+1 ****2671", "+1 415 555 2671"],
])("shows %s as %s to everybody and as %s after a reveal", (e164, masked, clear) => {
  expect(maskPhone(e164)).toBe(masked);
  expect(showPhone(e164)).toBe(clear);
});
