import { FileText, Handshake } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Timeline } from "~/ui/timeline";
import type { UnitEvent } from "../list-unit-history.server";

/** Who held or sold a unit, and what was changed on it. */
export function UnitHistory({ events }: { events: readonly UnitEvent[] }) {
  const { t, enumLabel, moment } = useTexts();
  if (events.length === 0) return <p className="text-ink-faint">{t("unit.noHistory")}</p>;
  const title = (event: UnitEvent) => {
    if (event.kind === "OPENING") return t("unit.claimOpening", { state: enumLabel("saleState", event.state) });
    if (event.kind === "CLAIM")
      return t(event.stage === "HELD" ? "unit.claimHold" : "unit.claimDeal", { by: event.by });
    return t(CHANGES[event.action] ?? "unit.edited");
  };
  const entries = events.map((event) => ({
    id: event.id,
    at: event.at,
    title: title(event),
    icon: event.kind === "CHANGE" ? FileText : Handshake,
    ...(event.kind === "CHANGE" ? { by: event.by } : {}),
    text: event.kind !== "CHANGE" && event.endedAt && t("unit.claimEnded", { until: moment(event.endedAt) }),
  }));
  return <Timeline entries={entries} />;
}

const CHANGES: Readonly<Record<string, "unit.imported" | "unit.released" | "unit.withheld">> = {
  "unit.corrected": "unit.imported",
  "unit.released": "unit.released",
  "unit.withheld": "unit.withheld",
};
