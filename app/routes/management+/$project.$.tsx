import { data } from "@remix-run/node";

/** Any other address of this wing: a "no" inside its frame. */
export function loader(): never {
  throw data(null, 404);
}

export default function Nowhere() {
  return null;
}
