import { Form } from "@remix-run/react";
import type { SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { SettingNotes } from "~/ui/setting-note";
import { useFieldError } from "~/ui/use-field-error";
import type { UnitDetail } from "../get-unit.server";
import type { UnitAction, UnitActionAnswer } from "../unit-actions.server";

/** What a withholding form starts from: by the office's clock, e.g. "2026-03-02T18:00". */
export type WithholdingStart = { key: string; until: string; maxDays: number; settings: readonly SettingOrigin[] };

type UnitQuestionProps = {
  unit: UnitDetail;
  ask: UnitAction;
  start: WithholdingStart;
  answer: UnitActionAnswer | undefined;
};

type Failed = Extract<UnitActionAnswer, { ok: false }>;

/** Refusals that speak of one entry stand at that entry. */
const ABOUT = {
  reason_required: "reason",
  until_required: "until",
  until_past: "until",
  withheld_too_long: "until",
} as const;

/** 销控 and its end: what will happen, what it needs, and the button. */
export function UnitQuestion({ unit, ask, start, answer }: UnitQuestionProps) {
  const { t } = useTexts();
  const sending = useSending();
  const queryLink = useQueryLink();
  const failed = answer && !answer.ok ? answer : null;
  const atField = failed?.refusal && Object.hasOwn(ABOUT, failed.refusal.code);
  return (
    <Form method="post" className="flex flex-col gap-4 rounded-lg border border-line bg-sunken p-3">
      <input type="hidden" name="key" value={start.key} />
      <input type="hidden" name="intent" value={ask} />
      <input type="hidden" name="version" value={unit.version} />
      <RefusalNote refusal={atField ? null : failed?.refusal} />
      <p className="text-ink-soft">
        {ask === "withhold" ? t("unit.withholdLead") : t("unit.liftText", { unit: unit.label })}
      </p>
      {ask === "withhold" && <WithholdFields start={start} failed={failed} />}
      {ask === "withhold" && <SettingNotes of={start.settings} />}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton to={queryLink({ ask: null })} variant="quiet" replace preventScrollReset>
          {t("common.cancel")}
        </LinkButton>
        <Button variant="primary" busy={sending}>
          {t(`unit.${ask}`)}
        </Button>
      </div>
    </Form>
  );
}

function WithholdFields({ start, failed }: { start: WithholdingStart; failed: Failed | null }) {
  const { t } = useTexts();
  const fieldError = useFieldError();
  const typed = (name: string) => {
    const value = failed?.form.initialValue?.[name];
    return typeof value === "string" ? value : undefined;
  };
  const error = (name: "reason" | "until") => {
    const { refusal } = failed ?? {};
    const said = refusal && (ABOUT as Record<string, string>)[refusal.code] === name ? refusal : null;
    return fieldError(failed?.form.error?.[name] ?? undefined, said);
  };
  return (
    <>
      <Field
        id="reason"
        name="reason"
        label={t("unit.withholdReason")}
        hint={t("unit.withholdReasonHint")}
        defaultValue={typed("reason")}
        error={error("reason")}
        required
        autoFocus
        maxLength={80}
      />
      <Field
        id="until"
        name="until"
        type="datetime-local"
        label={t("unit.withholdUntil")}
        hint={t("unit.withholdUntilHint", { days: start.maxDays })}
        defaultValue={typed("until") ?? start.until}
        error={error("until")}
        required
      />
    </>
  );
}
