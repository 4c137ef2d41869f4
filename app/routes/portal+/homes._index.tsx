import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { House } from "lucide-react";
import { listHomes } from "~/features/portal/list-homes.server";
import { HomeCard } from "~/features/portal/ui/home-card";
import { useTexts } from "~/i18n/use-texts";
import { requireBuyer } from "~/platform/session.server";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.homes") };

export async function loader({ request }: LoaderFunctionArgs) {
  const buyer = await requireBuyer(request);
  return { homes: await listHomes(buyer), name: buyer.actorName };
}

export default function Homes() {
  const { homes, name } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.homes")} lead={t("portal.welcome", { name })} />
      {homes.length === 0 ? (
        <EmptyState icon={House} title={t("portal.none")} text={t("portal.noneText")} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {homes.map((home) => (
            <HomeCard key={home.id} home={home} />
          ))}
        </div>
      )}
    </>
  );
}
