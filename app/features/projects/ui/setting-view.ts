import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import type { SettingKey, SettingScope } from "~/domain/setting";
import type { Definition } from "~/domain/settings/definition";
import type { SettingEffectName } from "~/domain/settings/effect";

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
/** What a new value would do, with what was typed. */
export type SettingPreview = {
  before: string | number;
  after: string | number;
  from: string;
  projects: readonly string[];
  apart: readonly string[];
  effects: readonly { name: SettingEffectName; count: number }[];
  typed: { key: string; value: string; from: string; source: string };
};
export type SettingResult = {
  form: SubmissionResult<string[]>;
  refusal: Refusal | null;
  preview: SettingPreview | null;
};
