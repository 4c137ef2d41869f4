import { APPROVAL_FACTS, type ApprovalFactName, type FactRow } from "~/domain/approval-facts";
import { AreaText, MoneyText, PercentText } from "~/ui/amounts";
import { DateText } from "~/ui/date-text";

const NAMES = Object.keys(APPROVAL_FACTS) as ApprovalFactName[];

/** The facts that a row states, in the order in which they are read. */
export function namesIn(rows: readonly FactRow[]): ApprovalFactName[] {
  return NAMES.filter((name) => rows.some((row) => row[name] !== undefined));
}

/** One fact, written as what it is. */
export function FactValue({ name, value }: { name: ApprovalFactName; value: string | number | undefined }) {
  if (value === undefined) return null;
  switch (APPROVAL_FACTS[name]) {
    case "money":
      return <MoneyText fen={Number(value)} />;
    case "rate":
      return <PercentText ppm={Number(value)} />;
    case "area":
      return <AreaText centiares={Number(value)} />;
    case "day":
      return <DateText day={String(value)} />;
    default:
      return <span className="break-words">{value}</span>;
  }
}

export function isFigure(name: ApprovalFactName): boolean {
  return ["money", "rate", "area", "count"].includes(APPROVAL_FACTS[name]);
}
