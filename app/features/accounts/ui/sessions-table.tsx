import { Form } from "@remix-run/react";
import { MonitorSmartphone } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { StatusBadge } from "~/ui/status-badge";
import { deviceName } from "../device-name";

export type Session = {
  id: string;
  ip: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  current: boolean;
};

/** The devices that are signed in, each with the way to end it. */
export function SessionsTable({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t("accounts.sessions")}
      rows={sessions}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={MonitorSmartphone} title={t("common.none")} />}
      columns={[
        {
          id: "device",
          title: t("accounts.device"),
          cell: ({ userAgent, current }) => (
            <span className="flex flex-wrap items-center gap-2">
              {deviceName(userAgent) ?? t("accounts.unknownDevice")}
              {current && <StatusBadge tone="good">{t("accounts.thisDevice")}</StatusBadge>}
            </span>
          ),
        },
        { id: "ip", title: t("accounts.address"), cell: ({ ip }) => <span className="figures">{ip}</span> },
        { id: "since", title: t("accounts.since"), cell: ({ createdAt }) => <MomentText at={createdAt} /> },
        { id: "seen", title: t("accounts.lastSeen"), cell: ({ lastSeenAt }) => <MomentText at={lastSeenAt} /> },
        { id: "until", title: t("accounts.expires"), cell: ({ expiresAt }) => <MomentText at={expiresAt} /> },
        {
          id: "end",
          title: t("common.actions"),
          phone: "bare",
          cell: ({ id, current }) =>
            !current && (
              <Form method="post">
                <input type="hidden" name="sessionId" value={id} />
                <Button small name="act" value="end">
                  {t("accounts.endSession")}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
