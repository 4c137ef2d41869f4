import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { ALERT_SETTINGS } from "~/domain/settings/screens";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { LISTED_ALERTS, listAlertRows } from "~/features/reports/list-alerts.server";
import { AlertsPage } from "~/features/reports/ui/alerts-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("reports.alerts") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "report:read");
  const asked = new URL(request.url).searchParams.get("about");
  const about = LISTED_ALERTS.find((name) => name === asked);
  if (!about) throw data(null, 404);
  const rows = await listAlertRows(ctx, about, dayIn(ctx.timeZone, ctx.now));
  const settings = await settingOrigins(ctx, ALERT_SETTINGS[about]);
  return { about, rows, settings, project: ctx.projectCode, opensDeals: may(ctx.permissions, "deal:read").ok };
}

export default function Alerts() {
  const { settings, ...view } = useLoaderData<typeof loader>();
  return (
    <>
      <AlertsPage {...view} />
      <SettingNotes of={settings} />
    </>
  );
}
