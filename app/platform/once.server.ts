const registry = Symbol.for("loupan.once");
type Registry = Map<string, unknown>;

/**
 * One thing per process, whoever asks first makes it. server.ts and the Remix build are two bundles with two copies
 * of every module; pool, bus and caches live here so that there is still one of each.
 */
export function once<T>(name: string, make: () => T): T {
  const holder = globalThis as { [registry]?: Registry };
  holder[registry] ??= new Map();
  const things = holder[registry];
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as T;
}
