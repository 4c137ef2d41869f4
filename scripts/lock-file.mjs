import { Halt } from "./halt.mjs";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const C_LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * A lock file with every optional platform package and no download address. npm leaves out the packages that were
 * made for other machines than the one it ran on.
 */
export function completed(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, path, name)) continue;
      packages[`node_modules/${name}`] = entryOf(name, version, entry.dev);
      added.push(name);
    }
  }
  const addresses = Object.keys(packages).filter((path) => packages[path].resolved);
  for (const path of addresses) {
    const { resolved: _, ...rest } = packages[path];
    packages[path] = rest;
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, "en"));
  return {
    lock: { ...lock, packages: Object.fromEntries(sorted.map((path) => [path, packages[path]])) },
    added,
    addresses,
  };
}

/** Whether a package is found from another's folder, as Node looks: in its own node_modules, then in each one above. */
function isFound(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

/** Platform packages say in their names what machine they are for: @rollup/rollup-linux-arm64-musl. */
function entryOf(name, version, dev) {
  const words = name.replace(/^.*\//, "").split("-");
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!cpu || (!os && cpu !== "wasm32") || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Halt(
      `${name}@${version} does not say what machine it is for: add its entry to package-lock.json by hand.`,
    );
  }
  const libc = os === "linux" ? C_LIBRARIES[words.at(-1)] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
