import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { getErased } from "~/features/customers/get-erasure.server";
import { useTexts } from "~/i18n/use-texts";
import { requireId, requireStaff } from "~/platform/session.server";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("erasure.erased") };

/** What is left of an erased customer: that, when and by which rule. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const erased = await getErased(ctx, requireId(params.customerId));
  if (!erased) throw data(null, 404);
  return erased;
}

export default function Erased() {
  const { at, ground } = useLoaderData<typeof loader>();
  const { t, moment } = useTexts();
  return (
    <>
      <PageHeader
        back={{ to: `/onsite/${useParams().project}/customers`, label: t("places.customers") }}
        title={t("erasure.erased")}
      />
      <Notice>
        <p>{t("erasure.erasedAt", { at: moment(at) })}</p>
        <p className="text-sm">{t(`erasure.under_${ground}`)}</p>
      </Notice>
    </>
  );
}
