import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import type { ChoosableUnit } from "~/features/units/list-choosable.server";
import { useTexts } from "~/i18n/use-texts";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { BatchFields, type BatchWords } from "./batch-fields";
import { ReleaseFilterBar } from "./release-filter-bar";
import { UnitChoiceTable } from "./unit-choice-table";

export type DraftReleaseResult =
  | { values: BatchWords; errors: Record<string, string[]>; refusal: Refusal | null }
  | undefined;

type DraftReleasePageProps = {
  units: readonly ChoosableUnit[];
  buildings: readonly { id: string; name: string }[];
  opensAt: string;
  submissionKey: string;
  back: string;
  result: DraftReleaseResult;
};

/** Which units open when. The filter narrows what is offered; what is marked goes into the batch. */
export function DraftReleasePage({ units, buildings, opensAt, submissionKey, back, result }: DraftReleasePageProps) {
  const { t, count } = useTexts();
  return (
    <>
      <PageHeader
        title={t("management.newBatch")}
        back={{ to: back, label: t("places.releases") }}
        lead={t("management.chooseText", { count: count(units.length) })}
      />
      <ReleaseFilterBar buildings={buildings} />
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <RefusalNote refusal={result?.refusal} />
        <BatchFields
          values={result?.values ?? { name: "", opensAt }}
          errors={result?.errors}
          save={t("management.draftIt")}
        />
        <Panel title={t("management.choose")} flush>
          <UnitChoiceTable
            caption={t("management.choose")}
            units={units}
            box={() => ({ defaultChecked: true })}
            empty={<EmptyState title={t("management.noChoice")} text={t("management.noChoiceText")} />}
          />
        </Panel>
      </Form>
    </>
  );
}
