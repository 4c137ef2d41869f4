import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { exportMark } from "~/i18n/export-mark";
import type { Texts } from "~/i18n/texts";
import type { Ctx } from "~/platform/context.server";
import { answerWorkbook, type SheetColumn } from "~/platform/workbook.server";
import type { BoardUnit } from "./board-unit";
import { listBoardUnits } from "./board-units.server";

/** All units as the board has them at this moment, as a workbook; for those who may take lists out of the house. */
export async function exportUnits(ctx: Ctx, texts: Texts): Promise<Response> {
  demand(may(ctx.permissions, "unit:read"));
  demand(may(ctx.permissions, "report:export"));
  const rows = await listBoardUnits(ctx.projectId, null, ctx.now);
  const title = texts.t("places.board");
  return answerWorkbook(ctx, {
    list: "units",
    title,
    mark: exportMark(texts, ctx, title),
    columns: columnsOf(texts),
    count: rows.length,
    page: async () => ({ rows, next: null }),
  });
}

function columnsOf({ t, enumLabel }: Texts): SheetColumn<BoardUnit>[] {
  return [
    { title: t("board.number"), text: ({ label }) => label },
    { title: t("board.building"), text: ({ building, entrance }) => `${building} ${entrance}`.trim() },
    { title: t("board.floor"), text: ({ floor }) => floor },
    { title: t("board.state"), text: ({ state }) => enumLabel("saleState", state) },
    { title: t("board.use"), text: ({ use }) => enumLabel("unitUse", use) },
    { title: t("board.layout"), text: ({ layout }) => layout },
    { title: t("board.orientation"), text: ({ orientation }) => orientation },
    { title: `${t("board.grossArea")} ㎡`, centiares: ({ gross }) => gross },
    { title: `${t("board.internalArea")} ㎡`, centiares: ({ internal }) => internal },
    { title: t("board.price"), money: ({ list }) => list },
    { title: t("board.filedPrice"), money: ({ filed }) => filed },
    { title: t("deals.consultant"), text: ({ by }) => by },
  ];
}
