import { useLocation } from "@remix-run/react";

/** Makes addresses of this page with other query values; null takes a value away. Paging starts anew. */
export function useQueryLink(): (changes: Readonly<Record<string, string | null>>) => string {
  const { pathname, search } = useLocation();
  return (changes) => {
    const query = new URLSearchParams(search);
    query.delete("after");
    query.delete("before");
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    const text = query.toString();
    return text ? `${pathname}?${text}` : pathname;
  };
}
