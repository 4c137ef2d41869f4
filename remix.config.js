import { flatRoutes } from "remix-flat-routes";

/**
 * Remix options and the map of pages, in one place; vite.config.ts hands them to the Remix plugin.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  ignoredRouteFiles: ["**/*"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  /**
   * One folder per audience: onsite+ management+ portal+ system+ _public+. Programs have app/api.
   * A file's name is its address: `onsite+/deals.$dealId.tsx` answers /onsite/deals/:dealId; a leading `_` adds none.
   */
  routes: (defineRoutes) => flatRoutes("routes", defineRoutes),
};
