import { useTexts } from "~/i18n/use-texts";
import { Panel } from "~/ui/panel";
import { Timeline } from "~/ui/timeline";
import type { DealDetail } from "../get-deal.server";

/** What happened on the deal, in plain words, newest first. */
export function DealHistory({ deal }: { deal: DealDetail }) {
  const { t, enumLabel, day, moment } = useTexts();
  return (
    <Panel title={t("deals.history")}>
      <Timeline
        entries={deal.history.map(({ id, at, event, by, reason, details }) => {
          const facts = [
            details.recordNumber ?? details.number,
            details.on && day(details.on),
            details.signBy && t("deals.signByDay", { day: day(details.signBy) }),
            details.holdUntil && `${t("deals.holdUntil")} ${moment(details.holdUntil)}`,
            reason && t("deals.reasonIs", { reason }),
          ].filter(Boolean);
          return {
            id,
            at,
            title: enumLabel("dealEvent", event),
            by: by ?? t("deals.bySystem"),
            ...(facts.length > 0 ? { text: facts.join(" · ") } : {}),
          };
        })}
      />
    </Panel>
  );
}
