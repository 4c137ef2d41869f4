import { Refused } from "~/domain/refusal";
import { readSheets } from "~/platform/sheet.server";
import type { PriceListDraft } from "./draft-price-list-form";
import type { PriceSource } from "./plan-lines";
import { cellsOf, readPriceGrid } from "./price-grid";

/** Where the prices of a form come from. Refuses files that cannot be read and rows that are no prices. */
export async function priceSource(form: PriceListDraft): Promise<PriceSource> {
  if (form.kind === "UNIFORM") {
    const { base, changePercent: changePpm, change, floorBelowPercent: floorBelowPpm } = form;
    return { kind: "UNIFORM", base, changePpm, change, floorBelowPpm };
  }
  const { rows, problems } = readPriceGrid(
    form.file && form.file.size > 0 ? await cellsIn(form.file) : cellsOf(form.grid),
  );
  const [problem] = problems;
  if (problem) throw new Refused(problem);
  if (rows.length === 0) throw new Refused({ code: "file_empty" });
  return { kind: "GRID", rows };
}

async function cellsIn(file: File): Promise<string[][]> {
  const reading = await readSheets(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!reading.ok) throw new Refused({ code: "file_unreadable" });
  const rows = reading.file.sheets[0]?.rows ?? [];
  return rows.map(({ cells }) => [...cells]);
}
