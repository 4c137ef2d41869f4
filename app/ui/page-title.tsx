import { useMatches } from "@remix-run/react";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";

/**
 * What a route says about itself: `export const handle: PageHandle<Data> = { title: ({ t }, data) => … }`, where data
 * is what its loader returned.
 */
export type PageHandle<Data = unknown> = { title: (texts: Texts, data: Data) => string };

/**
 * The title of the innermost page that has one, in the reader's language, before the product's name. A page whose loader
 * answered "no" has no data to take a title from.
 */
export function PageTitle() {
  const texts = useTexts();
  const titles = useMatches().flatMap(({ handle, data }) =>
    data !== undefined && isPageHandle(handle) ? [handle.title(texts, data)] : [],
  );
  const product = texts.t("frame.product");
  return <title>{titles.length > 0 ? `${titles.at(-1)} · ${product}` : product}</title>;
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === "object" && handle !== null && "title" in handle && typeof handle.title === "function";
}
