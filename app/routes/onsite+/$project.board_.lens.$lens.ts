import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { isBoardLens } from "~/domain/board-lens";
import { getBoardLens } from "~/features/units/get-board-lens.server";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";

/** What one lens of the board shows, asked for when it is chosen: the board itself does not carry it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  const lens = params.lens ?? "";
  if (!isBoardLens(lens)) throw data(null, 404);
  const found = await attempt(getBoardLens(ctx, lens));
  if (!found.ok) throw data(null, 403);
  return Response.json(found.value, { headers: { "Cache-Control": "no-store" } });
}
