import { ArrowRight } from "lucide-react";
import type { AuditNoun } from "~/domain/audit-action";
import { isAuditField, isAuditValue } from "~/domain/audit-field";
import type { Role } from "~/domain/permissions/role";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import type { AuditChange } from "../list-audit.server";

/** Of a row that an entry names; its end tells rows of a page apart. */
const ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{6}([0-9a-f]{6})\b/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;
/** Told as "noun:id". */
const OF_NOUNS = new Set(["subject", "inPlaceOf"]);
const DAY = /^\d{4}-\d\d-\d\d$/;
const FIGURE = /^-?\d{1,15}$/;

/** What was and what became of it, each by its name. */
export function AuditChanges({ changes }: { changes: readonly AuditChange[] }) {
  const texts = useTexts();
  if (changes.length === 0) return null;
  return (
    <ul className="flex max-w-xl flex-col gap-0.5 text-sm">
      {changes.map(({ name, before, after }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-1.5">
          <span title={name} className="text-ink-faint">
            {isAuditField(name) ? texts.enumLabel("auditField", name) : name}
          </span>
          {before !== null && (
            <span className="break-all line-through decoration-ink-faint">{legible(texts, name, before)}</span>
          )}
          {before !== null && <ArrowRight size={12} aria-hidden className="text-ink-faint" />}
          <span className="break-all">{after === null ? texts.t("system.nothing") : legible(texts, name, after)}</span>
        </li>
      ))}
    </ul>
  );
}

/** As a person reads it: amounts, rates, moments and states by the reader's language, rows by the end of their id. */
function legible(texts: Texts, name: string, value: string): string {
  if (INSTANT.test(value)) return texts.momentToTheSecond(value);
  if (DAY.test(value)) return texts.day(value);
  if (name.endsWith("Fen") && FIGURE.test(value)) return texts.money(BigInt(value));
  if (name.endsWith("Ppm") && FIGURE.test(value)) return texts.percent(Number(value));
  if (isAuditValue(value)) return texts.enumLabel("auditValue", value);
  if (name === "role") return texts.enumLabel("role", value as Role);
  const [noun = "", id] = value.split(":");
  if (OF_NOUNS.has(name) && id) return `${texts.enumLabel("auditNoun", noun as AuditNoun)} ${id.replace(ID, "…$1")}`;
  return value.replace(ID, "…$1");
}
