import {
  APPROVAL_LISTS,
  type ApprovalListName,
  type FactRow,
  type ApprovalFacts as Facts,
} from "~/domain/approval-facts";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { KeyValues } from "~/ui/key-values";
import { FactValue, isFigure, namesIn } from "./fact-value";

/** Everything that a request states: figures in pairs, lists as tables. */
export function ApprovalFacts({ facts }: { facts: Facts }) {
  const { enumLabel } = useTexts();
  const pairs = namesIn([facts]).map((name) => ({
    key: enumLabel("approvalFact", name),
    value: <FactValue name={name} value={facts[name]} />,
  }));
  return (
    <div className="flex flex-col gap-4">
      {pairs.length > 0 && <KeyValues pairs={pairs} />}
      {APPROVAL_LISTS.map((name) => (
        <FactTable key={name} name={name} rows={facts[name] ?? []} />
      ))}
    </div>
  );
}

function FactTable({ name, rows }: { name: ApprovalListName; rows: readonly FactRow[] }) {
  const { enumLabel } = useTexts();
  if (rows.length === 0) return null;
  const columns = namesIn(rows).map((fact) => ({
    id: fact,
    title: enumLabel("approvalFact", fact),
    cell: ({ row }: { row: FactRow }) => ((row[fact] ?? "") !== "" ? <FactValue name={fact} value={row[fact]} /> : "–"),
    numeric: isFigure(fact),
    phone: "half" as const,
  }));
  return (
    // As far to the left and right as the facts above it.
    <div className="-mx-3 max-sm:-mx-4">
      <DataTable
        caption={enumLabel("approvalList", name)}
        captionHidden={false}
        columns={columns}
        rows={rows.map((row, at) => ({ row, at }))}
        rowKey={({ at }) => String(at)}
        empty={null}
      />
    </div>
  );
}
