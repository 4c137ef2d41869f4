import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Refusal } from "~/domain/refusal";
import type { OfferErrors } from "~/features/pricing/offer-form";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { FormLines } from "~/ui/form-lines";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { useFieldError } from "~/ui/use-field-error";

export type OfferResult = { typed: Record<string, string>; errors: OfferErrors; refusal: Refusal | null } | undefined;
type Fields = (
  name: string,
  initial?: string,
) => {
  id: string;
  name: string;
  defaultValue: string;
  error: string | undefined;
};
export type DraftOfferProps = { result: OfferResult; submissionKey: string; back: string };

/** A field of the form by its name: as it was typed, with what is wrong with it. */
export function useFields(result: OfferResult): Fields {
  const fieldError = useFieldError();
  return (name, initial = "") => ({
    id: `offer-${name}`,
    name,
    defaultValue: result?.typed[name] ?? initial,
    error: fieldError(result?.errors[name]),
  });
}

type FrameProps = DraftOfferProps & {
  title: string;
  backLabel: string;
  head: ReactNode;
  linesTitle: string;
  line: (line: number, at: number) => ReactNode;
};

/** The form of a scheme or plan: what it is as a whole, then its lines. */
export function DraftOfferFrame({ result, submissionKey, back, title, backLabel, head, linesTitle, line }: FrameProps) {
  const { t } = useTexts();
  const sending = useSending();
  return (
    <>
      <PageHeader title={title} back={{ to: back, label: backLabel }} />
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <RefusalNote refusal={result?.refusal} />
        <Panel>
          <div className="grid gap-4 sm:grid-cols-3">{head}</div>
        </Panel>
        <Panel title={linesTitle}>
          <FormLines
            sent={result?.typed.lines}
            title={(no) => t("management.line", { no })}
            add={t("management.addLine")}
          >
            {line}
          </FormLines>
        </Panel>
        <div className="flex gap-2">
          <Button variant="primary" busy={sending}>
            {t("management.draftIt")}
          </Button>
          <LinkButton to={back}>{t("common.cancel")}</LinkButton>
        </div>
      </Form>
    </>
  );
}
