// This file and the entry scripts must be readable by a very old Node, whose users it tells so: no syntax newer than
// 2017 and no import but this one. Everything else is loaded after the check.
const NEEDED = [20, 19];

/**
 * Runs a script: refuses an old Node, answers --help, and turns a failure that a person can act on into one sentence.
 * @param {string} help what --help prints
 * @param {() => Promise<{ main: (args: string[]) => unknown }>} load
 */
export async function run(help, load) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    const here = process.versions.node;
    console.error(
      `Loupan needs Node.js ${NEEDED.join(".")} or newer and this is ${here}: install a newer one, then try again.`,
    );
    process.exit(1);
  }
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(help.trim());
    return;
  }
  try {
    const script = await load();
    await script.main(args);
  } catch (error) {
    console.error(error instanceof Error && error.name === "Halt" ? error.message : error);
    process.exitCode = 1;
  }
}
