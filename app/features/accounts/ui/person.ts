import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import type { getPerson } from "../get-person.server";

export type Person = NonNullable<Awaited<ReturnType<typeof getPerson>>>;
export type Grant = Person["grants"][number];
type Named = { id: string; name: string };
export type Places = { branches: Named[]; projects: Named[]; partners: Named[] };
export type PersonResult = {
  form: SubmissionResult<string[]> | null;
  refusal: Refusal | null;
  password: string | null;
};
