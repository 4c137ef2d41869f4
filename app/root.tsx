import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import stylesheet from "~/tailwind.css?url";
import { ClockProvider } from "~/ui/clock";
import { ErrorPage } from "~/ui/error-page";
import { FormKeeper } from "~/ui/form-keeper";
import { readHiddenColumns } from "~/ui/hidden-columns";
import { useNonce } from "~/ui/nonce";
import { PageTitle } from "~/ui/page-title";
import { themeOf } from "~/ui/theme";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export function loader({ request, context: { requestId } }: LoaderFunctionArgs) {
  const cookie = request.headers.get("Cookie");
  return { theme: themeOf(cookie), hiddenColumns: readHiddenColumns(cookie), serverNow: new Date(), requestId };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { locale } = useTexts();
  const nonce = useNonce();
  return (
    <html lang={locale} data-theme={data?.theme ?? "system"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <PageTitle />
        <Meta />
        <Links />
      </head>
      <body>
        <ClockProvider serverNow={data?.serverNow ?? null}>{children}</ClockProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <>
      <Outlet />
      <FormKeeper />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
