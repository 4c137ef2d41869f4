import type { LoaderFunctionArgs } from "@remix-run/node";
import { listKnown } from "~/features/customers/list-known.server";
import { requireStaff } from "~/platform/session.server";

/** Who is known under what the desk is typing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:register");
  const query = new URL(request.url).searchParams;
  return Response.json({
    known: await listKnown(ctx, { phone: query.get("phone") ?? "", name: query.get("name") ?? "" }),
  });
}
