import { demand, refuse } from "~/domain/refusal";
import type { Settings } from "~/domain/setting";

type Alike = { by: "PHONE" | "NAME"; sameName: boolean; ownerName: string | null };

/**
 * The project's settings decide about a second customer with the same phone, and with the same name; one and the
 * same person, by both, is never registered twice. Throws duplicate_forbidden or, until confirmed, duplicate_unconfirmed.
 */
export function demandNotDuplicate(settings: Settings, alike: readonly Alike[], confirmed: boolean): void {
  for (const { by, sameName, ownerName } of alike) {
    const rule = by === "PHONE" ? settings.duplicatePhone : settings.duplicateName;
    if (rule === "FORBID" || (by === "PHONE" && sameName))
      demand(refuse("duplicate_forbidden", ownerName ? { owner: ownerName } : {}));
    if (rule === "WARN" && !confirmed) demand(refuse("duplicate_unconfirmed"));
  }
}
