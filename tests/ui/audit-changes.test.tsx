import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AuditChanges } from "~/features/accounts/ui/audit-changes";
import { textsFor } from "~/i18n/catalogue.server";
import { TextsProvider } from "~/i18n/use-texts";

const ROW = "019a0000-0000-7000-8000-0000004f85af";

/** What a reader sees of one change. */
const told = (locale: "zh-CN" | "en", name: string, after: string | null, before: string | null = null) =>
  renderToStaticMarkup(
    <TextsProvider texts={textsFor(locale)}>
      <AuditChanges changes={[{ name, before, after }]} />
    </TextsProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

it.each([
  ["an amount in yuan", "dealFen", "543600000", "成交总价 ¥5,436,000.00", "Deal price ¥5,436,000.00"],
  ["a rate in per cent", "ratePpm", "35000", "ratePpm 3.5%", "ratePpm 3.5%"],
  ["a state by its name", "status", "APPROVED", "状态 已批准", "Status approved"],
  ["a role by its name", "role", "DIRECTOR", "岗位 营销总监", "Role Marketing director"],
  ["a day", "signedOn", "2026-03-01", "签订日 2026-03-01", "Signed on 1 Mar 2026"],
  ["a thing by its noun", "subject", `deal:${ROW}`, "对象 交易 …4f85af", "Subject Deal …4f85af"],
  [
    "what has no word yet as it stands",
    "somethingNew",
    "<b>7</b>",
    "somethingNew &lt;b&gt;7&lt;/b&gt;",
    "somethingNew &lt;b&gt;7&lt;/b&gt;",
  ],
])("tells %s", (_, name, after, zh, en) => {
  expect([told("zh-CN", name, after), told("en", name, after)]).toEqual([zh, en]);
});

it("tells what was beside what became of it, and that nothing is left", () => {
  expect(told("zh-CN", "status", "USED", "PENDING")).toBe("状态 审批中 已执行");
  expect(told("en", "status", null, "PENDING")).toBe("Status pending none");
});
