import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Compass } from "lucide-react";
import { getFrame } from "~/features/accounts/get-frame.server";
import { useTexts } from "~/i18n/use-texts";
import { requireSignedIn } from "~/platform/session.server";
import { EmptyState } from "~/ui/empty-state";

/** The wing opens on the first thing its reader has to do there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireSignedIn(request, { code: params.project ?? "" });
  const [first] = getFrame(found, "onsite").places;
  return first ? redirect(`/onsite/${params.project}/${first}`) : null;
}

export default function NothingHere() {
  const { t } = useTexts();
  return <EmptyState icon={Compass} title={t("accounts.noPlaces")} text={t("accounts.noPlacesText")} />;
}
