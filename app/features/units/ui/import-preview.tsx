import { Form, Link } from "@remix-run/react";
import { FileCheck2, FileUp, RefreshCw } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Field } from "~/ui/field";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import type { ImportPreview as Preview } from "../preview-import.server";
import { ColumnsPanel, PlacesPanel, WordsPanel } from "./import-mapping-panels";
import { ImportOutcome, NoteText } from "./import-outcome";

type ImportPreviewProps = {
  preview: Pick<Preview, "result" | "clean" | "possible"> & {
    list: Pick<Preview["list"], "profile" | "header" | "sample" | "places" | "confidence" | "fileProblems" | "rows">;
  };
  submissionKey: string;
  back: string;
  /** Names of remembered mappings, and the one in use. */
  profiles: readonly string[];
  profileName: string;
};

/** What was understood, what would happen, and the mapping to put right; nothing is written yet. */
export function ImportPreview({ preview, submissionKey, back, profiles, profileName }: ImportPreviewProps) {
  const { t } = useTexts();
  const { list, result, clean, possible } = preview;
  const sending = useSending();
  if (list.profile === null) return <Unreadable name={result.fileName} problems={list.fileProblems} back={back} />;
  const nothingNew = clean && result.imported + result.updated === 0;
  return (
    <>
      <PageHeader
        title={result.fileName}
        back={{ to: back, label: t("imports.back") }}
        lead={t("imports.previewLead")}
      />
      <Understood preview={preview} profiles={profiles} profileName={profileName} />
      <FileProblems problems={list.fileProblems} />
      {!clean && possible && <Notice tone="warn">{t("imports.rowsRefused", { count: result.refused.length })}</Notice>}
      {nothingNew && <Notice tone="good">{t("imports.nothingNew")}</Notice>}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <input type="hidden" name="base" value={JSON.stringify(list.profile)} />
        <Panel>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
            <div className="w-72 max-w-full">
              <Field
                id="profileName"
                name="profileName"
                label={t("imports.remember")}
                hint={t("imports.rememberHint")}
                defaultValue={profileName}
                maxLength={60}
                optional
              />
            </div>
            {!clean && possible && (
              <Checkbox id="acceptGoodRows" name="acceptGoodRows" label={t("imports.acceptGoodRows")} />
            )}
            <div className="ml-auto flex flex-wrap gap-2">
              <Button name="intent" value="preview" icon={RefreshCw} busy={sending}>
                {t("imports.preview")}
              </Button>
              {possible && !nothingNew && (
                <Button name="intent" value="import" variant="primary" icon={FileCheck2} busy={sending}>
                  {t("imports.start")}
                </Button>
              )}
            </div>
          </div>
        </Panel>
        <ImportOutcome result={result} title={t("imports.outcome")} />
        <WordsPanel words={unknownWords(result)} />
        <ColumnsPanel list={list} />
        <PlacesPanel places={list.places} />
      </Form>
    </>
  );
}

type Problems = Preview["list"]["fileProblems"];

/** A file of which nothing was understood: why, and the way to another one. */
function Unreadable({ name, problems, back }: { name: string; problems: Problems; back: string }) {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={name} back={{ to: back, label: t("imports.back") }} />
      <FileProblems problems={problems} />
      <LinkButton to={back} variant="primary" icon={FileUp} className="self-start">
        {t("imports.anotherFile")}
      </LinkButton>
    </>
  );
}

function FileProblems({ problems }: { problems: Problems }) {
  const { t } = useTexts();
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger">
      <p className="font-medium">{t("imports.fileRefused")}</p>
      <ul>
        {problems.map((note) => (
          <li key={note.code}>
            <NoteText note={note} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Understood({
  preview: { list, result },
  profiles,
  profileName,
}: Pick<ImportPreviewProps, "preview" | "profiles" | "profileName">) {
  const { t, count } = useTexts();
  const shape = list.profile ? t(`imports.shape${list.profile.shape}`) : t("imports.shapeNone");
  return (
    <Panel title={t("imports.recognised")}>
      <div className="flex flex-col gap-3">
        <KeyValues
          pairs={[
            { key: t("imports.shape"), value: shape },
            { key: t("imports.encoding"), value: result.encoding ?? "—" },
            { key: t("imports.confidence"), value: t("imports.confidenceValue", { percent: list.confidence }) },
            { key: t("imports.rows"), value: count(list.rows) },
          ]}
        />
        {profiles.length > 0 && (
          <nav aria-label={t("imports.profile")} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
            <span className="text-ink-faint">{t("imports.profile")}</span>
            {["", ...profiles].map((name) => (
              <Link
                key={name}
                to={name ? `?profile=${encodeURIComponent(name)}` : "?"}
                aria-current={name === profileName ? "true" : undefined}
                className="text-accent aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              >
                {name || t("imports.detected")}
              </Link>
            ))}
          </nav>
        )}
      </div>
    </Panel>
  );
}

function unknownWords({ refused }: Preview["result"]): string[] {
  return [
    ...new Set(refused.flatMap(({ code, params }) => (code === "status_unknown" ? [String(params?.found ?? "")] : []))),
  ];
}
