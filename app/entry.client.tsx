import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { makeTexts } from "~/i18n/texts";
import { TextsProvider } from "~/i18n/use-texts";
import { allBooks, books, pageLocale, wordsAtHand } from "~/i18n/words-at-hand";

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

/** The words come before React too, so that the first render equals what the server sent. What was asked may be refused. */
async function pageWords(): Promise<void> {
  await pageData();
  const { actionData, errors } = window.__remixContext.state;
  if (actionData || errors) books.bring("refusals");
  await allBooks();
}

void pageWords().then(() => {
  const texts = makeTexts(pageLocale(), wordsAtHand);
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
