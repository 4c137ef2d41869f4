import type { SubmissionResult } from "@conform-to/react";
import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import type { Refusal } from "~/domain/refusal";
import { draftPriceListForm, redraftPriceListForm } from "~/features/pricing/draft-price-list-form";
import type { PriceListDraftNow } from "~/features/pricing/get-price-list-draft.server";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { useAlive } from "~/ui/alive";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RadioCards } from "~/ui/radio-cards";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { SentBackNote } from "~/ui/sent-back-note";
import { TextArea } from "~/ui/text-area";
import { useFieldError } from "~/ui/use-field-error";

type NewList = { phases: readonly { id: string; name: string }[]; effectiveAt: string; draft?: never };
type DraftPriceListPageProps = (NewList | { draft: PriceListDraftNow }) & {
  submissionKey: string;
  back: string;
  result: { form: SubmissionResult<string[]>; refusal: Refusal | null } | undefined;
};

/** Prices of a phase as a draft: by one rule, or unit by unit. One that is there begins with its own prices. */
export function DraftPriceListPage({ submissionKey, back, result, ...of }: DraftPriceListPageProps) {
  const { t } = useTexts();
  const fieldError = useFieldError();
  const sending = useSending();
  const { draft } = of;
  // Without scripts the fields of both kinds stand on the page, and the chosen one says which count.
  const alive = useAlive();
  const typed = result?.form.initialValue as Record<string, string> | undefined;
  const [kind, setKind] = useState(typed?.kind ?? (draft ? "GRID" : "UNIFORM"));
  const [form] = useForm({
    lastResult: result?.form ?? null,
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: draft ? redraftPriceListForm : draftPriceListForm }),
  });
  const input = (field: string, initial = "") => ({
    id: `list-${field}`,
    name: field,
    defaultValue: typed?.[field] ?? initial,
    error: fieldError(form.allErrors[field]),
  });
  return (
    <>
      <PageHeader
        title={t(draft ? "management.editDraft" : "management.newPriceList")}
        back={{ to: back, label: draft?.name ?? t("places.prices") }}
        lead={draft && t("management.editPricesText")}
      />
      <SentBackNote sentBack={draft?.sentBack ?? null} />
      <Panel>
        <ActionForm form={form} submissionKey={submissionKey} multipart className="flex max-w-3xl flex-col gap-4">
          <RefusalNote refusal={result?.refusal} />
          <div className="grid gap-4 sm:grid-cols-3">
            <Field label={t("management.listName")} required maxLength={40} {...input("name", draft?.name)} />
            {of.draft ? (
              <Draft draft={of.draft} version={typed?.version} />
            ) : (
              <SelectField
                label={t("management.phase")}
                options={of.phases.map((phase) => ({ value: phase.id, label: phase.name }))}
                empty={false}
                {...input("phaseId", of.phases[0]?.id)}
              />
            )}
            <Field
              label={t("management.effectiveAt")}
              type="datetime-local"
              hint={t("management.effectiveAtHint")}
              required
              {...input("effectiveAt", of.draft ? of.draft.effectiveAt : of.effectiveAt)}
            />
          </div>
          <RadioCards
            id="list-kind"
            name="kind"
            legend={t("management.source")}
            defaultValue={kind}
            onChange={setKind}
            cards={(["UNIFORM", "GRID"] as const).map((value) => ({
              value,
              title: t(`management.source_${value}`),
              text: t(`management.sourceText_${value}`),
            }))}
          />
          <div hidden={alive && kind !== "UNIFORM"}>
            <UniformFields input={input} />
          </div>
          <div hidden={alive && kind !== "GRID"}>
            <GridFields input={input} grid={draft?.grid} />
          </div>
          <div className="flex gap-2">
            <Button variant="primary" busy={sending}>
              {t(draft ? "management.saveDraft" : "management.draftIt")}
            </Button>
            <LinkButton to={back}>{t("common.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Panel>
    </>
  );
}

type Input = (
  field: string,
  initial?: string,
) => { id: string; name: string; defaultValue: string; error: string | undefined };

/** What a draft keeps: its phase, and the version that was looked at before the first try to save. */
function Draft({ draft, version }: { draft: PriceListDraftNow; version: string | undefined }) {
  const { t } = useTexts();
  return (
    <>
      <input type="hidden" name="version" value={version ?? draft.version} />
      <Field id="list-phase" label={t("management.phase")} value={draft.phaseName} readOnly />
    </>
  );
}

function UniformFields({ input }: { input: Input }) {
  const { t } = useTexts();
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField
        label={t("management.base")}
        options={(["FILED", "IN_FORCE"] as const).map((value) => ({ value, label: t(`management.base_${value}`) }))}
        empty={false}
        {...input("base", "FILED")}
      />
      <Field
        label={t("management.changePercent")}
        unit="%"
        hint={t("management.changePercentHint")}
        {...input("changePercent", "0")}
      />
      <Field label={t("management.change")} hint={t("management.changeHint")} {...input("change", "0")} />
      <Field label={t("management.floorBelow")} unit="%" {...input("floorBelowPercent", "5")} />
    </div>
  );
}

function GridFields({ input, grid }: { input: Input; grid: string | undefined }) {
  const { t } = useTexts();
  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={t("management.grid")}
        hint={t("management.gridHint")}
        rows={10}
        className="figures"
        {...input("grid", grid)}
      />
      <Field
        id="list-file"
        name="file"
        type="file"
        accept=".csv,.txt,.xlsx,.xls"
        label={t("management.gridFile")}
        hint={t("management.gridFileHint")}
        optional
      />
    </div>
  );
}
