import { type Fen, NO_MONEY, sumFen, yuanFromFen } from "~/domain/money";
import type { Purse } from "~/domain/receivable";
import type { DeskDeal } from "./get-cash-desk.server";

/** A line of the cashier's form: one purse of one deal, with what is usually brought for it today. */
export type DeskLine = { dealId: string; purse: Purse; deal: string; open: Fen | null; suggested: string };

/** One line per deal and open purse; house money in advance where nothing is owed yet. */
export function deskLines(deals: readonly DeskDeal[], today: string): DeskLine[] {
  return deals.flatMap((deal): DeskLine[] => {
    const open = deal.schedule.lines.filter((line) => line.open > 0);
    const purses = [...new Set(open.map(({ purse }) => purse))];
    const name = `${deal.units} ${deal.customer}`;
    if (purses.length === 0) {
      return [{ dealId: deal.id, purse: "HOUSE", deal: name, open: null, suggested: "" }];
    }
    return purses.map((purse) => {
      const own = open.filter((line) => line.purse === purse);
      return {
        dealId: deal.id,
        purse,
        deal: name,
        open: sumFen(own.map((line) => line.open)),
        suggested: textOf(suggestion(own, today)),
      };
    });
  });
}

/** What is due by today; before anything is due, the next instalment that a buyer pays himself. */
function suggestion(open: readonly DeskDeal["schedule"]["lines"][number][], today: string): Fen {
  const due = open.filter(({ dueOn }) => dueOn !== null && dueOn <= today);
  if (due.length > 0) return sumFen(due.map((line) => line.open));
  return open.find(({ loan }) => !loan)?.open ?? NO_MONEY;
}

function textOf(amount: Fen): string {
  return amount > 0 ? yuanFromFen(amount) : "";
}
