import { Form } from "@remix-run/react";
import { BUSINESS_TIME_ZONE, wallClockIn } from "~/domain/calendar";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { useFieldError } from "~/ui/use-field-error";
import type { DealAction, DealActionAnswer } from "../deal-actions.server";
import type { DealDetail } from "../get-deal.server";

type DialogProps = {
  deal: DealDetail;
  ask: DealAction;
  formKey: string;
  today: string;
  payByHours: number;
  answer: DealActionAnswer | undefined;
};

const TITLES = {
  confirm: "deals.confirmTitle",
  sign: "deals.signTitle",
  release: "deals.releaseTitle",
  cancel: "deals.cancelTitle",
  extend: "deals.extendTitle",
  extendSignBy: "deals.extendSignBy",
  file: "deals.fileTitle",
  record: "deals.recordTitle",
} as const satisfies Record<DealAction, string>;

const BUTTONS = {
  confirm: "deals.next_CONFIRM",
  sign: "deals.next_SIGN",
  release: "deals.release",
  cancel: "deals.cancel",
  extend: "deals.extend",
  extendSignBy: "deals.ask",
  file: "deals.next_FILE",
  record: "deals.next_RECORD",
} as const satisfies Record<DealAction, string>;

/** One question about the deal: what will happen, what it needs, and the button. */
export function DealDialog({ deal, ask, formKey, today, payByHours, answer }: DialogProps) {
  const { t } = useTexts();
  const sending = useSending();
  const queryLink = useQueryLink();
  const failed = answer && !answer.ok ? answer : null;
  return (
    <Dialog title={t(TITLES[ask])} closeTo={queryLink({ ask: null })}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="intent" value={ask} />
        <input type="hidden" name="dealId" value={deal.id} />
        <input type="hidden" name="version" value={deal.version} />
        <RefusalNote refusal={failed?.refusal} />
        <What ask={ask} deal={deal} payByHours={payByHours} />
        <Fields ask={ask} deal={deal} today={today} failed={failed} />
        <div className="flex justify-end">
          <Button variant={ask === "release" || ask === "cancel" ? "danger" : "primary"} busy={sending}>
            {t(BUTTONS[ask])}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function What({ ask, deal, payByHours }: { ask: DealAction; deal: DealDetail; payByHours: number }) {
  const { t, money } = useTexts();
  const unit = deal.units.map(({ label }) => label).join(" · ");
  const words = {
    confirm: t("deals.next_CONFIRM_text"),
    sign: t("deals.next_SIGN_text", { amount: money(deal.subscription?.dealFen ?? 0), hours: payByHours }),
    release: t("deals.releaseText", { unit, customer: deal.customer.name }),
    cancel: t("deals.cancelText", { unit, amount: money(deal.money.receipted) }),
    extend: "",
    extendSignBy: "",
    file: "",
    record: "",
  }[ask];
  return words ? <p className="text-ink-soft">{words}</p> : null;
}

type FieldsProps = {
  ask: DealAction;
  deal: DealDetail;
  today: string;
  failed: Extract<DealActionAnswer, { ok: false }> | null;
};

function Fields({ ask, deal, today, failed }: FieldsProps) {
  const { t } = useTexts();
  const fieldError = useFieldError();
  const typed = (name: string) => {
    const value = failed?.form.initialValue?.[name];
    return typeof value === "string" ? value : undefined;
  };
  const error = (name: string) => fieldError(failed?.form.error?.[name] ?? undefined);
  const reason = (
    <Field
      id="reason"
      name="reason"
      label={t("deals.reason")}
      hint={t("deals.reasonHint")}
      defaultValue={typed("reason")}
      error={error("reason")}
      required={ask === "extendSignBy"}
      maxLength={200}
    />
  );
  if (ask === "release" || ask === "cancel") return reason;
  if (ask === "extend") {
    const until = typed("until") ?? (deal.holdUntil ? wallClockIn(BUSINESS_TIME_ZONE, deal.holdUntil) : undefined);
    return (
      <>
        <Field
          id="until"
          name="until"
          type="datetime-local"
          label={t("deals.extendTo")}
          defaultValue={until}
          error={error("until")}
          required
        />
        {reason}
      </>
    );
  }
  if (ask === "extendSignBy") {
    return (
      <>
        <DateField
          id="until"
          name="until"
          label={t("deals.extendSignByTo")}
          defaultValue={typed("until") ?? deal.subscription?.signBy ?? today}
          error={error("until")}
          required
        />
        {reason}
      </>
    );
  }
  if (ask !== "file" && ask !== "record") return null;
  return (
    <>
      <Field
        id="number"
        name="number"
        label={t(ask === "file" ? "deals.filingNo" : "deals.recordNo")}
        defaultValue={typed("number")}
        error={error("number")}
        required
        maxLength={60}
      />
      <DateField
        id="on"
        name="on"
        label={t("deals.paperDay")}
        defaultValue={typed("on") ?? today}
        error={error("on")}
        required
      />
    </>
  );
}
