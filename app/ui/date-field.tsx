import type { InputHTMLAttributes } from "react";
import { Field } from "./field";
import type { FieldWords } from "./field-frame";

type DateFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & FieldWords;

/** A business day: the device's own date picker, an ISO day on the wire. */
export function DateField(props: DateFieldProps) {
  return <Field {...props} type="date" />;
}
