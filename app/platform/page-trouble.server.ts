import type { ServerBuild } from "@remix-run/node";
import { data } from "@remix-run/node";
import { troubleOf } from "./database-trouble.server";
import { log } from "./log.server";

type Route = NonNullable<ServerBuild["routes"][string]>;
type Answer = NonNullable<Route["module"]["loader"]>;

/**
 * The pages, where a database that cannot work at present is a 503 that says so instead of a fault of the product. A
 * loader or action that means another answer gives it as before.
 */
export function tellingTrouble(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) => (route ? [[id, withTrouble(route)]] : []));
  return { ...build, routes: Object.fromEntries(routes) };
}

function withTrouble(route: Route): Route {
  const { loader, action } = route.module;
  const module = {
    ...route.module,
    ...(loader && { loader: telling(loader) }),
    ...(action && { action: telling(action) }),
  };
  return { ...route, module };
}

function telling(answer: Answer): Answer {
  return async (args) => {
    try {
      return await answer(args);
    } catch (error) {
      const code = troubleOf(error);
      if (!code) throw error;
      log.error({ err: error, requestId: args.context.requestId, path: new URL(args.request.url).pathname }, code);
      throw data({ refusal: { code } }, { status: 503, headers: { "Retry-After": "5" } });
    }
  };
}
