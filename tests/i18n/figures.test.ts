import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area, decimal, money, percent, unitPrice, wan } from "~/i18n/figures";

describe("figures", () => {
  it("writes fen as yuan", () => {
    expect(money(192_584_700)).toBe("¥1,925,847.00");
    expect(money(0)).toBe("¥0.00");
    expect(money(7)).toBe("¥0.07");
    expect(money(-3_851_694)).toBe("−¥38,516.94");
    expect(money(Number.MAX_SAFE_INTEGER)).toBe("¥90,071,992,547,409.91");
    expect(money(2n ** 62n)).toBe("¥46,116,860,184,273,879.04");
  });

  it("rounds an amount at a glance half up", () => {
    expect(wan(192_584_700, "zh-CN")).toBe("192.58万");
    expect(wan(192_585_000, "zh-CN")).toBe("192.59万");
    expect(wan(-192_585_000, "zh-CN")).toBe("−192.59万");
    expect(wan(1_234_500_000_000, "zh-CN")).toBe("123.45亿");
    expect(wan(192_584_700, "en")).toBe("¥1.93m");
    expect(wan(92_584_700, "en")).toBe("¥925.8k");
    expect(wan(171_076_000_000, "en")).toBe("¥1.71bn");
    expect(wan(-192_584_700, "en")).toBe("−¥1.93m");
  });

  it("writes areas, unit prices and rates in their units", () => {
    expect(area(8_950)).toBe("89.50㎡");
    expect(unitPrice(215_178_436)).toBe("¥21,517.84/㎡");
    expect(unitPrice(215_178_450)).toBe("¥21,517.85/㎡");
    expect(percent(39_500)).toBe("3.95%");
    expect(percent(1_000_000)).toBe("100%");
    expect(percent(300)).toBe("0.03%");
    expect(percent(0)).toBe("0%");
  });

  it("never loses a digit", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(decimal(value, 2).replace(/[,.]/g, "").replace("−", "-"))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
