import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "./action-form";
import { Button, LinkButton } from "./button";
import { Dialog } from "./dialog";
import { RefusalNote } from "./refusal-note";

type QuestionProps = {
  title: ReactNode;
  /** Where closing leads: the page without the question. */
  closeTo: string;
  /** What the form sends unseen: its key, and what the question is about. */
  sends: Readonly<Record<string, string | number>>;
  /** What will happen. */
  text: ReactNode;
  /** Why the office said no to it. */
  refusal: Refusal | null;
  /** What the button says that does it. */
  button: string;
  /** Something is lost by it. */
  danger?: boolean;
  /** What else is shown or asked. */
  children?: ReactNode;
};

/** Says what a step will do, and asks once: a dialog with one form. */
export function Question({ title, closeTo, sends, text, refusal, button, danger = false, children }: QuestionProps) {
  const { t } = useTexts();
  const sending = useSending();
  return (
    <Dialog title={title} closeTo={closeTo}>
      <Form method="post" className="flex flex-col gap-4">
        {Object.entries(sends).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <RefusalNote refusal={refusal} />
        <p className="text-ink-soft">{text}</p>
        {children}
        <div className="flex justify-end gap-2">
          <LinkButton to={closeTo} replace preventScrollReset>
            {t("common.cancel")}
          </LinkButton>
          <Button variant={danger ? "danger" : "primary"} busy={sending}>
            {button}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
