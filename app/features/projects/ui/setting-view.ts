import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import type { SettingKey, SettingScope } from "~/domain/setting";
import type { Definition } from "~/domain/settings/definition";

type Row = {
  id: string;
  value: string | number;
  scope: SettingScope;
  place: string | null;
  effectiveFrom: string;
  source: string;
  by: string | null;
  recordedAt: Date;
};
export type SettingView = {
  key: SettingKey;
  definition: Definition;
  value: string | number;
  currentId: string | null;
  history: Row[];
  concerns: { projects: number; deals: number };
};
export type SettingResult = { form: SubmissionResult<string[]>; refusal: Refusal | null };
