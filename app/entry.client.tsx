import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadCatalogue } from "~/i18n/load-catalogue";
import { DEFAULT_LOCALE, isLocale } from "~/i18n/locale";
import { makeTexts } from "~/i18n/texts";
import { TextsProvider } from "~/i18n/use-texts";

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;

/**
 * The page's data, read from what the server sent with it. RemixBrowser waits for it by throwing its promise, outside
 * of any boundary: a key pressed in that moment would make React give up the page. So it is asked before React is.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}

// The words come before React too, so that the first render equals what the server sent.
void Promise.all([loadCatalogue(locale), pageData()]).then(([catalogue]) => {
  const texts = makeTexts(locale, catalogue);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <TextsProvider texts={texts}>
          <RemixBrowser />
        </TextsProvider>
      </StrictMode>,
    );
  });
});
