import { data } from "@remix-run/node";

/** Any other address, so that its "no" comes in the reader's own theme. */
export function loader(): never {
  throw data(null, 404);
}

export default function Nowhere() {
  return null;
}
