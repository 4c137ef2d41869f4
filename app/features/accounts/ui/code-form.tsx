import { getFormProps } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { requestCodeForm, signInByCodeForm } from "../sign-in-form";
import type { SignInResult } from "./sign-in-result";

type Props = { next: string | null; result: SignInResult | null };
type Sent = { phone: string; minutes: number };

/** Buyers: first the phone, then the code that was sent to it. */
export function CodeForm({ next, result }: Props) {
  if (!result?.sentTo) return <AskForCode next={next} result={result} />;
  return <EnterCode next={next} result={result} sentTo={result.sentTo} />;
}

function AskForCode({ next, result }: Props) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({
    schema: requestCodeForm,
    lastResult: result?.door === "request-code" ? result.form : null,
    id: "request-code",
  });
  return (
    <Form method="post" reloadDocument {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="door" value="request-code" />
      <input type="hidden" name="next" value={next ?? ""} />
      <Field
        {...input(fields.phone)}
        label={t("common.phone")}
        hint={t("accounts.phoneHint")}
        type="tel"
        autoComplete="tel"
      />
      <Button variant="primary" className="min-h-11">
        {t("accounts.sendCode")}
      </Button>
    </Form>
  );
}

function EnterCode({ next, result, sentTo }: Props & { sentTo: Sent }) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({
    schema: signInByCodeForm,
    lastResult: result?.door === "code" ? result.form : null,
    id: "code",
  });
  const elsewhere = next ? `/sign-in?door=buyer&next=${encodeURIComponent(next)}` : "/sign-in?door=buyer";
  return (
    <Form method="post" reloadDocument {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      {!result?.refusal && (
        <div role="status">
          <Notice tone="good">{t("accounts.codeSent", sentTo)}</Notice>
        </div>
      )}
      <input type="hidden" name="next" value={next ?? ""} />
      <input type="hidden" name="phone" value={sentTo.phone} />
      <Field
        {...input(fields.code)}
        label={t("accounts.code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        className="figures text-lg tracking-[0.4em]"
      />
      <Button variant="primary" name="door" value="code" className="min-h-11">
        {t("accounts.enter")}
      </Button>
      <p className="flex flex-wrap justify-between gap-2 text-sm">
        <Link to={elsewhere} reloadDocument className="text-accent underline">
          {t("accounts.otherPhone")}
        </Link>
        <button type="submit" name="door" value="request-code" formNoValidate className="text-accent underline">
          {t("accounts.sendCodeAgain")}
        </button>
      </p>
    </Form>
  );
}
