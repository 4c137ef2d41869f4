import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { Columns3 } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "./button";
import { type Column, SortLink } from "./data-table";
import type { HiddenColumns } from "./hidden-columns";

/** The columns of a table that its reader does without. */
export function useHiddenColumns(table: string | undefined): readonly string[] {
  const root = useRouteLoaderData<{ hiddenColumns: HiddenColumns }>("root");
  return (table && root?.hiddenColumns[table]) || [];
}

type ColumnChoiceProps = { table: string; columns: readonly Pick<Column<never>, "id" | "title" | "sortable">[] };

/**
 * Which columns a table shows, all but the first, remembered on this device; without scripts too. On a phone, where a
 * table has no head, the order as well.
 */
export function ColumnChoice({ table, columns }: ColumnChoiceProps) {
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  const hidden = useHiddenColumns(table);
  return (
    <details data-no-print className="border-b border-line text-sm">
      <summary className="ml-auto flex min-h-8 w-fit items-center gap-1.5 px-3 text-ink-soft hover:text-accent max-sm:min-h-11">
        <Columns3 size={14} aria-hidden />
        <span className="max-sm:hidden">{t("frame.columns")}</span>
        <span className="sm:hidden">{t("frame.orderAndColumns")}</span>
      </summary>
      <p className="flex flex-wrap gap-x-4 px-3 sm:hidden">
        {columns
          .filter(({ sortable }) => sortable)
          .map((column) => (
            <span key={column.id} className="inline-flex min-h-11 items-center">
              <SortLink column={column} />
            </span>
          ))}
      </p>
      <Form
        method="post"
        action="/preferences"
        preventScrollReset
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 pb-2"
      >
        <input type="hidden" name="back" value={pathname + search} />
        <input type="hidden" name="columns" value={table} />
        {columns.slice(1).map(({ id, title }) => (
          <label key={id} className="flex min-h-8 items-center gap-1.5 max-sm:min-h-11">
            <input type="checkbox" name="shown" value={id} defaultChecked={!hidden.includes(id)} className="size-4" />
            <input type="hidden" name="column" value={id} />
            {title}
          </label>
        ))}
        <Button small className="ml-auto">
          {t("common.apply")}
        </Button>
      </Form>
    </details>
  );
}
