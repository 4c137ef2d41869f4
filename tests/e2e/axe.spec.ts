import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { lookAtAll } from "./support/look";
import { atOwnDesk } from "./support/people";
import { ELSEWHERE, PORTAL, SCREENS } from "./support/screens";

test.describe.configure({ timeout: 600_000 });
// A trace of every step of axe takes longer than axe does; what is wrong is told by its element.
test.use({ trace: "off" });

test("every screen is looked at", () => {
  const seen = new Set([...ELSEWHERE, ...[...Object.values(SCREENS).flat(), ...PORTAL].map(({ route }) => route)]);
  const screens = readdirSync("app/routes").flatMap((wing) =>
    readdirSync(`app/routes/${wing}`)
      .filter((file) => file.endsWith(".tsx"))
      .filter((file) => readFileSync(`app/routes/${wing}/${file}`, "utf8").includes("export default"))
      .map((file) => `${wing}/${file.replace(".tsx", "")}`),
  );
  expect(screens.filter((screen) => !seen.has(screen))).toEqual([]);
});

for (const [login, screens] of Object.entries(SCREENS)) {
  test(`every screen of ${login || "everybody"} is open to everybody`, async ({ browser, page }) => {
    await lookAtAll(login ? await atOwnDesk(browser, login) : page, screens);
  });
}
