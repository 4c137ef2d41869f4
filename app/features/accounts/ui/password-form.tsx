import { getFormProps } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { signInForm } from "../sign-in-form";
import type { SignInResult } from "./sign-in-result";

/** Staff: login and password. It posts the whole page, because the language may change with the user. */
export function PasswordForm({ next, result }: { next: string | null; result: SignInResult | null }) {
  const { t } = useTexts();
  const { form, fields, input } = useCheckedForm({
    schema: signInForm,
    lastResult: result?.door === "password" ? result.form : null,
    id: "password",
  });
  return (
    <Form method="post" reloadDocument {...getFormProps(form)} className="flex flex-col gap-4">
      <RefusalNote refusal={result?.refusal} />
      <input type="hidden" name="door" value="password" />
      <input type="hidden" name="next" value={next ?? ""} />
      <Field
        {...input(fields.login)}
        label={t("accounts.login")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        {...input(fields.password)}
        label={t("accounts.password")}
        type="password"
        autoComplete="current-password"
      />
      <Button variant="primary" className="min-h-11">
        {t("accounts.enter")}
      </Button>
    </Form>
  );
}
