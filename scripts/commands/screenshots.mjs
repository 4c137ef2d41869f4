import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { ROOT } from "../root.mjs";

const FOLDER = join(ROOT, "docs", "pictures");
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

export async function main(args) {
  const { values } = parseArgs({ args, options: { url: { type: "string" } } });
  await ensureInstalled();
  mkdirSync(FOLDER, { recursive: true });
  const [{ chromium }, { ensureChromium }] = await Promise.all([import("playwright"), import("../chromium.mjs")]);
  const demo = values.url ? { url: values.url, stop: async () => {} } : await startDemo();
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: asRoot ? ["--no-sandbox"] : [],
  });
  try {
    await takeAll(browser, demo.url);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function startDemo() {
  const home = mkdtempSync(join(tmpdir(), "loupan-pictures-"));
  chmodSync(home, 0o711);
  const env = { ...process.env, DATABASE_URL: "", PUBLIC_URL: "", PORT: "0", LOUPAN_HOME: home };
  const child = spawn(process.execPath, [join(ROOT, "scripts", "start.mjs"), "--json"], {
    ...{ env, stdio: ["ignore", "pipe", "inherit"] },
  });
  const ended = once(child, "exit");
  const line = await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended.then(() => null)]);
  if (!line) throw new Halt("The demo did not start (see above).");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { url: JSON.parse(line[0]).url, stop };
}

async function takeAll(browser, url) {
  const take = (page, name) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await asStaff(browser, url, "consultant", async (page) => {
    await page.goto(`${url}/onsite/yunqi/board`, { waitUntil: "networkidle" });
    await take(page, "board");
    await page.goto(`${url}/onsite/yunqi/board/wall`, { waitUntil: "networkidle" });
    await take(page, "wall");
  });
  await asStaff(browser, url, "manager", async (page) => {
    await page.goto(`${url}/management/yunqi`, { waitUntil: "networkidle" });
    await take(page, "cockpit");
    await page.goto(`${url}/onsite/yunqi/deals?stage=CONTRACTED`, { waitUntil: "networkidle" });
    await page.locator("tbody a").nth(2).click();
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    await page.waitForLoadState("networkidle");
    await take(page, "deal");
  });
  await asStaff(browser, url, "cashier", async (page) => {
    await page.goto(`${url}/onsite/yunqi/cashier`, { waitUntil: "networkidle" });
    await take(page, "cashier");
  });
  await asBuyer(browser, url, (page) => take(page, "portal"));
}

async function asStaff(browser, url, login, work) {
  const context = await browser.newContext({ viewport: DESK, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  await signIn(page, url, login);
  await work(page);
  await context.close();
}

async function signIn(page, url, login) {
  await page.goto(`${url}/sign-in`);
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[type=password]").fill("loupan-demo");
  await page.locator("input[type=password]").press("Enter");
  await page.waitForURL((address) => address.pathname !== "/sign-in");
}

/** A buyer who has a home: the first whose portal shows one. */
async function asBuyer(browser, url, work) {
  for (let tail = 1; tail <= 9; tail++) {
    const context = await browser.newContext({ viewport: PHONE, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    const page = await context.newPage();
    await page.goto(`${url}/sign-in?door=buyer`);
    await page.locator("input[name=phone]").fill(`1380000000${tail}`);
    await page.locator("input[name=phone]").press("Enter");
    await page.locator("input[name=code]").fill(await codeFor(browser, url));
    await page.locator("input[name=code]").press("Enter");
    await page.waitForURL(/\/portal/);
    const home = page.locator("main a[href*='/portal/']").first();
    if (await home.count()) {
      await home.click();
      await page.waitForLoadState("networkidle");
      await work(page);
      await context.close();
      return;
    }
    await context.close();
  }
  throw new Halt("No buyer of the demo has a home.");
}

/** The newest code in the outbox, as the administrator reads it. */
async function codeFor(browser, url) {
  let code;
  await asStaff(browser, url, "admin", async (page) => {
    await page.goto(`${url}/system/outbox?kind=ONE_TIME_CODE`);
    code = /\b\d{6}\b/.exec((await page.locator("main tbody tr").first().textContent()) ?? "")?.[0];
  });
  if (!code) throw new Halt("The outbox shows no code.");
  return code;
}
