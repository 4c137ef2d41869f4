import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { Panel } from "~/ui/panel";
import { ScrollRegion } from "~/ui/scroll-region";
import { Stat } from "~/ui/stat";
import type { ImportNote, ImportResult } from "../import-result";

const SHOWN = 1_000;

/** What an import does or did: counts, sums, and every row that stays out, wants a look or is corrected. */
export function ImportOutcome({ result, title }: { result: ImportResult; title: string }) {
  const { t, count, area, money } = useTexts();
  const { totals } = result;
  const states = Object.entries(totals.byStatus).map(
    ([state, units]) => `${t(`saleState.${state}` as TextKey)} ${count(units)}`,
  );
  return (
    <>
      <section aria-label={title} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label={t("imports.added")} value={count(result.imported)} />
        <Stat label={t("imports.changed")} value={count(result.updated)} />
        <Stat label={t("imports.unchanged")} value={count(result.unchanged)} />
        <Stat label={t("imports.refused")} value={count(new Set(result.refused.map(({ row }) => row)).size)} />
      </section>
      <p className="figures text-ink-soft">
        {t("imports.totals", {
          units: count(totals.units),
          area: area(totals.grossCentiares),
          money: money(totals.filedFen),
        })}
        {states.length > 0 && ` · ${t("imports.byState", { list: states.join(" / ") })}`}
        {result.absent > 0 && ` · ${t("imports.absent", { count: count(result.absent) })}`}
      </p>
      <Notes title={t("imports.refusedRows")} notes={result.refused} />
      <Notes title={t("imports.warnings")} notes={result.warnings} />
      {result.changes.length > 0 && (
        <Panel title={t("imports.changes")} flush>
          <ScrollRegion className="max-h-96" label={t("imports.changes")}>
            <DataTable
              caption={t("imports.changes")}
              rows={result.changes.slice(0, SHOWN)}
              rowKey={({ row }) => String(row)}
              empty={null}
              columns={[
                { id: "unit", title: t("imports.unitName"), cell: ({ label }) => label },
                { id: "row", title: t("imports.row"), numeric: true, cell: ({ row }) => row },
                {
                  id: "what",
                  title: t("imports.what"),
                  cell: ({ changes }) => (
                    <ul>
                      {changes.map(({ fact, before, after }) => (
                        <li key={fact} className="figures">
                          {t(`importFact.${fact}` as TextKey)} <FactText fact={fact} value={before} /> →{" "}
                          <FactText fact={fact} value={after} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          </ScrollRegion>
          <More shown={SHOWN} all={result.changes.length} />
        </Panel>
      )}
    </>
  );
}

function FactText({ fact, value }: { fact: string; value: string | number | null }) {
  const { area, money, unitPrice, enumLabel } = useTexts();
  if (value === null || value === "") return <>—</>;
  if (fact === "filedUnitCentifen") return <>{unitPrice(Number(value))}</>;
  if (fact.endsWith("Fen")) return <>{money(Number(value))}</>;
  if (fact.endsWith("Centiares")) return <>{area(Number(value))}</>;
  return <>{fact === "use" ? enumLabel("unitUse", value as "SHOP") : value}</>;
}

function Notes({ title, notes }: { title: string; notes: readonly ImportNote[] }) {
  const { t, count } = useTexts();
  if (notes.length === 0) return null;
  return (
    <Panel title={`${title} (${count(notes.length)})`} flush>
      <ScrollRegion className="max-h-96" label={title}>
        <DataTable
          caption={title}
          rows={notes.slice(0, SHOWN).map((note, at) => ({ ...note, at }))}
          rowKey={({ at }) => String(at)}
          empty={null}
          columns={[
            { id: "row", title: t("imports.row"), cell: ({ row }) => row ?? t("imports.wholeFile") },
            { id: "column", title: t("imports.column"), cell: ({ column }) => <ColumnName name={column} /> },
            { id: "reason", title: t("imports.reason"), cell: (note) => <NoteText note={note} /> },
          ]}
        />
      </ScrollRegion>
      <More shown={SHOWN} all={notes.length} />
    </Panel>
  );
}

/** A missing column is named by what it should hold. */
function ColumnName({ name }: { name: string | null }) {
  const { t } = useTexts();
  if (!name) return <>—</>;
  return <>{/^[a-z]+[A-Za-z]*$/.test(name) ? t(`priceField.${name}` as TextKey) : name}</>;
}

export function NoteText({ note }: { note: ImportNote }) {
  const { t } = useTexts();
  return <>{t(`importProblem.${note.code}` as TextKey, { row: note.row ?? "", ...note.params })}</>;
}

function More({ shown, all }: { shown: number; all: number }) {
  const { t, count } = useTexts();
  if (all <= shown) return null;
  return (
    <p className="border-t border-line px-4 py-2 text-sm text-ink-soft">
      {t("imports.more", { count: count(all - shown) })}
    </p>
  );
}
