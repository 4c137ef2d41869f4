import { Form } from "@remix-run/react";
import { type ChangeEvent, useState } from "react";
import type { ReleaseDraftNow } from "~/features/units/get-release-draft.server";
import { useTexts } from "~/i18n/use-texts";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SentBackNote } from "~/ui/sent-back-note";
import { BatchFields } from "./batch-fields";
import type { DraftReleaseResult } from "./draft-release-page";
import { ReleaseFilterBar } from "./release-filter-bar";
import { UnitChoiceTable } from "./unit-choice-table";

type RedraftReleasePageProps = {
  draft: ReleaseDraftNow;
  buildings: readonly { id: string; name: string }[];
  submissionKey: string;
  back: string;
  result: (DraftReleaseResult & { chosen: string[]; version: string }) | undefined;
};

/** A draft put together anew: its own units, further ones to add, its name and its time. */
export function RedraftReleasePage({ draft, buildings, submissionKey, back, result }: RedraftReleasePageProps) {
  const { t, count } = useTexts();
  const { chosen, box } = useChoice(result?.chosen ?? draft.units.flatMap(({ id, kept }) => (kept ? [id] : [])));
  const shown = new Set([...draft.units, ...draft.others].map(({ id }) => id));
  return (
    <>
      <PageHeader
        title={t("management.editDraft")}
        back={{ to: back, label: draft.name }}
        lead={t("management.editBatchText")}
      />
      <SentBackNote sentBack={draft.sentBack} />
      <Form method="post" id="batch" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <input type="hidden" name="version" value={result?.version ?? draft.version} />
        {[...chosen].map((id) => !shown.has(id) && <input key={id} type="hidden" name="unitIds" value={id} />)}
        <RefusalNote refusal={result?.refusal} />
        <BatchFields values={result?.values ?? draft} errors={result?.errors} save={t("management.saveDraft")} />
        <Panel title={t("management.inBatch")} lead={t("management.chosenUnits", { count: count(chosen.size) })} flush>
          <UnitChoiceTable
            caption={t("management.inBatch")}
            units={draft.units}
            box={({ id, kept }) => box(id, !kept)}
            empty={<EmptyState title={t("management.noChoice")} />}
          />
        </Panel>
      </Form>
      <ReleaseFilterBar buildings={buildings} />
      <Panel title={t("management.addToBatch")} flush>
        <UnitChoiceTable
          caption={t("management.addToBatch")}
          units={draft.others}
          box={({ id }) => box(id)}
          empty={<EmptyState title={t("management.noChoice")} text={t("management.noChoiceText")} />}
        />
      </Panel>
    </>
  );
}

/** What is marked, also where the filter does not show it now. */
function useChoice(initial: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(initial));
  const mark = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const box = (id: string, disabled = false) => ({
    form: "batch",
    checked: chosen.has(id),
    disabled,
    onChange: (event: ChangeEvent<HTMLInputElement>) => mark(id, event.currentTarget.checked),
  });
  return { chosen, box };
}
