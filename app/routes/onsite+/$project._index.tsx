import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { Compass } from "lucide-react";
import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { getFrame } from "~/features/accounts/get-frame.server";
import { listTasks } from "~/features/deals/list-tasks.server";
import { TaskBoard } from "~/features/deals/ui/task-board";
import { useTexts } from "~/i18n/use-texts";
import { requireSignedIn } from "~/platform/session.server";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.today") };

/** The wing opens on what waits for its reader; who has no deals to see, on the first thing there is for him. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireSignedIn(request, { code: params.project ?? "" });
  const { ctx } = found;
  if (!ctx) throw data(null, 404);
  if (!may(ctx.permissions, "deal:read").ok) {
    const first = getFrame(found, "onsite").places.find((path) => path !== "");
    return first ? redirect(`/onsite/${params.project}/${first}`) : null;
  }
  return { tasks: await listTasks(ctx), day: dayIn(ctx.timeZone, ctx.now), name: ctx.actorName };
}

export default function Today() {
  const loaded = useLoaderData<typeof loader>();
  const { t, day } = useTexts();
  const base = `/onsite/${useParams().project}`;
  if (!loaded) return <EmptyState icon={Compass} title={t("accounts.noPlaces")} text={t("accounts.noPlacesText")} />;
  return (
    <>
      <PageHeader title={t("places.today")} lead={t("deals.todayLead", { day: day(loaded.day), name: loaded.name })} />
      <TaskBoard tasks={loaded.tasks} base={base} today={loaded.day} />
    </>
  );
}
