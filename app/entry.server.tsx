import "~/composition.server";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { TextsProvider } from "~/i18n/use-texts";
import { htmlStream } from "~/platform/html-stream.server";
import { log } from "~/platform/log.server";
import "~/i18n/zod-messages";
import { NonceProvider } from "~/ui/nonce";

const STREAM_TIMEOUT_MS = 5_000;

/** Renders a page in the reader's language; crawlers get it whole, browsers as it is made. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get("User-Agent") ?? "");
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Cookie");
  return new Promise((resolve, reject) => {
    let code = status;
    const respond = () => {
      const body = htmlStream();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={cspNonce}>
        <TextsProvider texts={textsFor(localeOf(request.headers.get("Cookie")))}>
          <RemixServer context={remix} url={request.url} nonce={cspNonce} abortDelay={STREAM_TIMEOUT_MS} />
        </TextsProvider>
      </NonceProvider>,
      {
        nonce: cspNonce,
        ...(whole ? { onAllReady: respond } : { onShellReady: respond }),
        onShellError: reject,
        onError(error) {
          code = 500;
          log.error({ err: error, requestId }, "rendering failed");
        },
      },
    );
    setTimeout(abort, STREAM_TIMEOUT_MS + 1_000).unref();
  });
}

/** What a loader or action threw and did not mean as an answer. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  const answered = isRouteErrorResponse(error) && error.status < 500;
  if (request.signal.aborted || answered) return;
  log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, "request failed");
}
