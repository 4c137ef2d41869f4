import { APPROVAL_FACTS, type ApprovalFactName, type FactRow } from "~/domain/approval-facts";
import { AREA_BASES } from "~/domain/contract";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { STEP_KINDS } from "~/domain/derivation";
import { DISCOUNT_KINDS } from "~/domain/discount";
import { ERASURE_GROUNDS } from "~/domain/erasure";
import { DUE_EVENTS, PLAN_KINDS } from "~/domain/payment-plan";
import { SPECIAL_RELATIONS } from "~/domain/special-discount";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText, PercentText } from "~/ui/amounts";
import { DateText } from "~/ui/date-text";

const NAMES = Object.keys(APPROVAL_FACTS) as ApprovalFactName[];

/** The facts that a row states, in the order in which they are read. */
export function namesIn(rows: readonly FactRow[]): ApprovalFactName[] {
  return NAMES.filter((name) => rows.some((row) => row[name] !== undefined));
}

/** One fact, written as what it is. */
export function FactValue({ name, value }: { name: ApprovalFactName; value: string | number | undefined }) {
  if (value === undefined || value === "") return <span className="text-ink-faint">–</span>;
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
      return <FactText name={name} text={String(value)} />;
  }
}

/** Text as it stands; what a fact names by its code is put into words. */
function FactText({ name, text }: { name: ApprovalFactName; text: string }) {
  const { t, enumLabel } = useTexts();
  const words = {
    areaBasis: () => (isIn(AREA_BASES, text) ? enumLabel("areaBasis", text) : text),
    relation: () => (isIn(SPECIAL_RELATIONS, text) ? enumLabel("specialRelation", text) : text),
    discountKind: () => (isIn(DISCOUNT_KINDS, text) ? enumLabel("discountKind", text) : text),
    planKind: () => (isIn(PLAN_KINDS, text) ? enumLabel("planKind", text) : text),
    dueEvent: () => (isIn(DUE_EVENTS, text) ? enumLabel("dueEvent", text) : text),
    ground: () => (isIn(ERASURE_GROUNDS, text) ? enumLabel("erasureGround", text) : text),
    step: () => (isIn(STEP_KINDS, text) ? enumLabel("derivationStep", text) : text),
    checklist: () =>
      text
        .split(" ")
        .map((paper) => (isIn(CONTRACT_PAPERS, paper) ? enumLabel("contractPaper", paper) : paper))
        .join(t("common.listComma")),
  };
  const shown = name in words ? words[name as keyof typeof words]() : text;
  return <span className="break-words">{shown}</span>;
}

function isIn<Value extends string>(values: readonly Value[], text: string): text is Value {
  return values.some((value) => value === text);
}

export function isFigure(name: ApprovalFactName): boolean {
  return ["money", "rate", "area", "count"].includes(APPROVAL_FACTS[name]);
}
