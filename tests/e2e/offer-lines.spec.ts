import { expect, type Page, test } from "@playwright/test";
import { lookHere } from "./support/look";
import { atOwnDesk } from "./support/people";
import { PROJECT } from "./support/the-sale";

const NEW_SCHEME = `/management/${PROJECT}/schemes/new`;

const line = (page: Page, no: number) => page.getByRole("group", { name: `第 ${no} 项` });

for (const scripts of [true, false]) {
  test(`a scheme has as many lines as it needs, ${scripts ? "with" : "without"} scripts`, async ({ browser }) => {
    const planner = await atOwnDesk(browser, "planner", { javaScriptEnabled: scripts });
    await planner.goto(NEW_SCHEME);
    await planner.getByLabel("方案名称").fill(scripts ? "三项优惠" : "三项优惠（无脚本）");
    await line(planner, 1).getByLabel("条款名称").fill("先去掉的");
    await line(planner, 2).getByLabel("条款名称").fill("九九折");
    await planner.getByRole("button", { name: "增加一项" }).click();
    await expect(line(planner, 3)).toBeVisible();
    await line(planner, 3).getByLabel("条款名称").fill("减一个点");
    await planner.getByRole("button", { name: "移除 第 1 项" }).click();
    await expect(line(planner, 3)).toHaveCount(0);
    // What stays keeps what was typed.
    await expect(line(planner, 1).getByLabel("条款名称")).toHaveValue("九九折");
    await expect(line(planner, 2).getByLabel("条款名称")).toHaveValue("减一个点");

    await line(planner, 1).getByLabel("数值").fill("九九");
    await planner.getByRole("button", { name: "生成草稿" }).click();
    await expect(line(planner, 1).getByText("请填写数字")).toBeVisible();
    if (scripts) await lookHere(planner);
    await line(planner, 1).getByLabel("数值").fill("99");
    await line(planner, 2).getByLabel("优惠方式").selectOption({ label: "减点" });
    await line(planner, 2).getByLabel("数值").fill("1");
    await line(planner, 2).getByLabel("数值").press("Enter");
    await expect(planner.getByText("草稿已保存。")).toBeVisible();
    await planner.context().close();
  });
}
