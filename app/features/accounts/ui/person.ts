import type { SubmissionResult } from "@conform-to/react";
import type { GrantScope } from "~/domain/grant";
import type { Role } from "~/domain/permission";
import type { Refusal } from "~/domain/refusal";

export type Grant = {
  id: string;
  role: Role;
  scope: GrantScope | "DEPARTMENT" | "TEAM";
  place: string | null;
  partner: string | null;
  since: Date;
};
export type Person = {
  id: string;
  login: string | null;
  name: string;
  createdAt: Date;
  disabledAt: Date | null;
  lockedUntil: Date | null;
  sessions: number;
  grants: Grant[];
};
type Named = { id: string; name: string };
export type Places = { branches: Named[]; projects: Named[]; partners: Named[] };
export type PersonResult = {
  form: SubmissionResult<string[]> | null;
  refusal: Refusal | null;
  password: string | null;
};
