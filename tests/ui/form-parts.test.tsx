import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { textsFor } from "~/i18n/catalogue.server";
import type { Locale } from "~/i18n/locale";
import { TextsProvider } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Avatar } from "~/ui/avatar";
import { Button } from "~/ui/button";
import { Derivation } from "~/ui/derivation";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { SaleStateBadge } from "~/ui/sale-state-badge";

const show = (element: ReactElement, locale: Locale = "zh-CN") =>
  renderToStaticMarkup(<TextsProvider texts={textsFor(locale)}>{element}</TextsProvider>);

describe("a field", () => {
  it("says its error and hint with the input", () => {
    const html = show(<Field id="f" name="x" label="面积" unit="㎡" hint="测绘" error="有误" />);
    expect(html).toContain('<label for="f"');
    expect(html).toContain('aria-describedby="f-hint f-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="f-error"[^>]*>有误</);
  });

  it("is not marked as wrong before it is", () => {
    expect(show(<Field id="f" name="x" label="面积" />)).not.toContain("aria-invalid=");
  });
});

describe("a button", () => {
  it("stays focusable and says so while busy", () => {
    const html = show(<Button busy>保存</Button>);
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/ disabled(=|>)/);
    expect(html).toContain("提交中");
  });
});

describe("a refusal", () => {
  it("has its place before there is one", () => {
    expect(show(<RefusalNote refusal={null} />)).toContain('role="alert"');
  });

  it("shows what people typed as text", () => {
    const html = show(
      <RefusalNote refusal={{ code: "unit_taken", params: { by: "<b>𠮷</b>", since: new Date(0) } }} />,
    );
    expect(html).toContain("&lt;b&gt;𠮷&lt;/b&gt;");
  });
});

describe("signs", () => {
  it("gives a sale state by word, sign and pattern", () => {
    const html = show(<SaleStateBadge state="HELD" />, "en");
    expect(html).toContain("state-held");
    expect(html).toMatch(/aria-hidden="true"[^>]*>H</);
    expect(html).toContain("Held");
  });

  it("takes the whole character of a rare surname", () => {
    expect(show(<Avatar name="𠮷田" />)).toContain(">𠮷<");
    expect(show(<Avatar name="mary ann smith" />)).toContain(">MA<");
  });

  it("keeps the exact amount behind the rounded one", () => {
    expect(show(<MoneyText fen={192_584_700} size="glance" />)).toContain('title="¥1,925,847.00"');
  });

  it("sums a derivation under its steps", () => {
    const html = show(<Derivation lines={[{ label: "表价", fen: 200 }]} total={{ label: "总价", fen: 200 }} />);
    expect(html).toMatch(/<tfoot>.*总价.*¥2\.00/);
  });
});
