import { type FormMetadata, getFormProps } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";

type ActionFormProps<Values extends Record<string, unknown>> = {
  form: FormMetadata<Values>;
  /** The idempotency key from the loader: the same form sent twice acts once. */
  submissionKey: string;
  action?: string;
  /** For files. */
  multipart?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form that posts with or without scripts and carries its key. */
export function ActionForm<Values extends Record<string, unknown>>({
  form,
  submissionKey,
  action,
  multipart = false,
  className,
  children,
}: ActionFormProps<Values>) {
  return (
    <Form
      method="post"
      {...(action === undefined ? {} : { action })}
      {...(multipart ? { encType: "multipart/form-data" as const } : {})}
      {...getFormProps(form)}
      className={className ?? "flex flex-col gap-4"}
    >
      <input type="hidden" name="key" value={submissionKey} />
      {children}
    </Form>
  );
}

/** True while this page's post is under way: for `busy` of its button. */
export function useSending(): boolean {
  const { state, formMethod } = useNavigation();
  return state !== "idle" && formMethod === "POST";
}
