const BASE = "http://own.invalid";

/** A path of this site with its query; null for an address of any other site, however it is dressed up. */
export function ownPath(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, BASE)) return null;
  const { origin, pathname, search } = new URL(value, BASE);
  // "/.//evil.example" is our own by its origin, but its path begins like another host.
  return origin === BASE && !pathname.startsWith("//") ? pathname + search : null;
}
