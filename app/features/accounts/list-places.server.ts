import { type Held, may, mayAsk } from "~/domain/permission";
import { PLACES, type Wing } from "~/ui/navigation";

/** What the holder finds in a wing, by the paths of its entries. */
export function listPlaces(wing: Wing, held: Held): string[] {
  return PLACES.filter(
    ({ wing: its, permission }) =>
      its === wing && (!permission || may(held, permission).ok || mayAsk(held, permission).ok),
  ).map(({ path }) => path);
}
