import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadCatalogue } from "~/i18n/load-catalogue";
import { DEFAULT_LOCALE, isLocale } from "~/i18n/locale";
import { makeTexts } from "~/i18n/texts";
import { TextsProvider } from "~/i18n/use-texts";

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;

// The words come before React, so that the first render equals what the server sent.
void loadCatalogue(locale).then((catalogue) => {
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
