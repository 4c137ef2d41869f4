import { permissionsOf, type Role } from "~/domain/permission";
import { companyContext, type Found } from "~/platform/caller.server";
import { WINGS, type Wing } from "~/ui/navigation";
import { listPlaces } from "./list-places.server";

/** What the frame of a wing shows about its reader. */
export type FrameView = { user: { id: string; name: string; role: Role | null }; places: string[]; wings: Wing[] };

/** The reader's post, the entries of this wing and the other wings open to them. */
export function getFrame(found: Found, wing: Wing): FrameView {
  const { caller, ctx, grants } = found;
  const anywhere = [...new Set(grants.map(({ role }) => role))];
  const company = companyContext(found);
  const held = wing === "system" ? company.permissions : (ctx?.permissions ?? permissionsOf(anywhere));
  const open = (one: Wing) => {
    if (one === "portal") return caller.personId !== null;
    return listPlaces(one, one === "system" ? company.permissions : permissionsOf(anywhere)).length > 0;
  };
  const role = (ctx?.roles ?? (wing === "system" ? company.roles : anywhere))[0] ?? (caller.personId ? "BUYER" : null);
  return {
    user: { id: caller.actorId, name: caller.actorName, role },
    places: listPlaces(wing, held),
    wings: WINGS.filter((one) => one !== wing && open(one)),
  };
}
