import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHome } from "~/features/portal/get-home.server";
import { HomePage } from "~/features/portal/ui/home-page";
import { requireBuyer, requireId } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

type Loaded = { home: { units: { label: string }[] } };
export const handle: PageHandle<Loaded> = {
  title: (_, { home }) => home.units.map(({ label }) => label).join(" · "),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const home = await getHome(await requireBuyer(request), requireId(params.homeId));
  if (!home) throw data(null, 404);
  return { home };
}

export default function Home() {
  return <HomePage home={useLoaderData<typeof loader>().home} />;
}
