import { Form } from "@remix-run/react";
import { FileBadge } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import type { ProjectPapers } from "~/features/units/get-project-papers.server";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SelectField } from "~/ui/select-field";
import { useFieldError } from "~/ui/use-field-error";

type Done = "permit" | "milestone" | "flags";
export type ProjectPapersPageProps = {
  papers: ProjectPapers;
  submissionKey: string;
  done: Done | null;
  result: { refusal: Refusal | null; errors: Record<string, string[] | null> | null; paper: string } | undefined;
};
type Own = Pick<ProjectPapersPageProps, "papers" | "submissionKey" | "result">;

const KINDS = ["PERMIT", "OPENING", "TOPPING_OUT", "COMPLETION", "HANDOVER"] as const;

/** What the clerk keeps on record of the project: permits, milestones, mortgages and seals. */
export function ProjectPapersPage({ done, ...own }: ProjectPapersPageProps) {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.projectPapers")} />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={own.result?.refusal} />
      <Permits {...own} />
      <Milestones {...own} />
      <Flags {...own} />
    </>
  );
}

function useErrors({ result }: Own, paper: Done) {
  const fieldError = useFieldError();
  return (name: string) => (result?.paper === paper ? fieldError(result.errors?.[name] ?? undefined) : undefined);
}

function Permits(own: Own) {
  const { t, day, count } = useTexts();
  const sending = useSending();
  const error = useErrors(own, "permit");
  const { permits, accounts, buildings } = own.papers;
  const columns: Column<ProjectPapers["permits"][number]>[] = [
    { id: "number", title: t("management.permitNumber"), cell: ({ number }) => number },
    { id: "issued", title: t("management.issuedOn"), cell: ({ issuedOn }) => day(issuedOn) },
    { id: "account", title: t("management.supervisedAccount"), cell: ({ account }) => account },
    { id: "units", title: t("management.units"), cell: ({ units }) => count(units), numeric: true },
  ];
  return (
    <Panel title={t("management.permits")}>
      <DataTable
        caption={t("management.permits")}
        columns={columns}
        rows={permits}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={FileBadge} title={t("management.noPermits")} />}
      />
      <Form method="post" className="mt-4 flex flex-col gap-4">
        <input type="hidden" name="key" value={own.submissionKey} />
        <input type="hidden" name="paper" value="permit" />
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Field id="number" name="number" label={t("management.permitNumber")} required error={error("number")} />
          <Field
            id="issuedOn"
            name="issuedOn"
            type="date"
            label={t("management.issuedOn")}
            required
            error={error("issuedOn")}
          />
          <SelectField
            id="account"
            name="supervisedAccountId"
            label={t("management.supervisedAccount")}
            options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            required
            error={error("supervisedAccountId")}
          />
        </div>
        <fieldset>
          <legend className="mb-1 text-sm font-medium text-ink-soft">{t("management.permitScope")}</legend>
          <div className="flex flex-wrap gap-x-6">
            {buildings.map(({ id, name }) => (
              <Checkbox key={id} id={`building-${id}`} name="buildingIds" value={id} label={name} />
            ))}
          </div>
        </fieldset>
        <Button variant="primary" busy={sending} className="self-start">
          {t("management.recordPermit")}
        </Button>
      </Form>
    </Panel>
  );
}

function Milestones(own: Own) {
  const { t, day } = useTexts();
  const sending = useSending();
  const error = useErrors(own, "milestone");
  const { buildings } = own.papers;
  const columns: Column<ProjectPapers["buildings"][number]>[] = [
    { id: "building", title: t("management.building"), cell: ({ name }) => name },
    ...KINDS.map((kind) => ({
      id: kind,
      title: t(`management.milestone_${kind}`),
      cell: ({ milestones }: ProjectPapers["buildings"][number]) => {
        const found = milestones.find((one) => one.kind === kind);
        if (found?.actualOn) return day(found.actualOn);
        return found?.plannedOn ? `${t("management.plannedOn")} ${day(found.plannedOn)}` : "–";
      },
    })),
  ];
  return (
    <Panel title={t("management.milestones")}>
      <DataTable
        caption={t("management.milestones")}
        columns={columns}
        rows={buildings}
        rowKey={({ id }) => id}
        empty={null}
      />
      <Form method="post" className="mt-4 grid items-start gap-4 sm:grid-cols-4">
        <input type="hidden" name="key" value={own.submissionKey} />
        <input type="hidden" name="paper" value="milestone" />
        <SelectField
          id="building"
          name="buildingId"
          label={t("management.building")}
          options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
          required
          error={error("buildingId")}
        />
        <SelectField
          id="kind"
          name="kind"
          label={t("management.milestone")}
          options={KINDS.map((value) => ({ value, label: t(`management.milestone_${value}`) }))}
          required
          error={error("kind")}
        />
        <Field
          id="plannedOn"
          name="plannedOn"
          type="date"
          label={t("management.plannedOn")}
          error={error("plannedOn")}
        />
        <Field id="actualOn" name="actualOn" type="date" label={t("management.actualOn")} error={error("actualOn")} />
        <Button busy={sending} className="sm:justify-self-start">
          {t("management.recordMilestone")}
        </Button>
      </Form>
    </Panel>
  );
}

function Flags(own: Own) {
  const { t } = useTexts();
  const sending = useSending();
  const error = useErrors(own, "flags");
  return (
    <Panel title={t("management.flags")}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={own.submissionKey} />
        <input type="hidden" name="paper" value="flags" />
        <div className="grid items-start gap-4 sm:grid-cols-4">
          <Field id="label" name="label" label={t("management.flagUnit")} required error={error("label")} />
          <Field
            id="bankConsentOn"
            name="bankConsentOn"
            type="date"
            label={t("management.bankConsentOn")}
            error={error("bankConsentOn")}
          />
          <div className="flex flex-wrap gap-x-6 sm:col-span-2 sm:pt-6">
            <Checkbox id="mortgaged" name="mortgaged" label={t("management.mortgaged")} />
            <Checkbox id="sealed" name="sealed" label={t("management.sealed")} />
          </div>
        </div>
        <Button busy={sending} className="self-start">
          {t("management.recordFlags")}
        </Button>
      </Form>
    </Panel>
  );
}
