import { ColumnChoice, useHiddenColumns } from "./column-choice";
import { DataTable, type DataTableProps } from "./data-table";

/** A table whose reader chooses its columns, all but the first, which names the row. */
export function ListTable<Row>({ name, columns, ...table }: DataTableProps<Row> & { name: string }) {
  const hidden = useHiddenColumns(name);
  const shown = columns.filter(({ id }, at) => at === 0 || !hidden.includes(id));
  return (
    <>
      {table.rows.length > 0 && <ColumnChoice table={name} columns={columns} />}
      <DataTable columns={shown} {...table} />
    </>
  );
}
