// Debian's Chromium under playwright-core: one browser for a run, one context (cookies of its own) for each person.

import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// The packages are the web application's; nothing is installed for these tests alone.
const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
export const axePath = require.resolve("axe-core/axe.min.js");
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

export async function startBrowser() {
  // A home of its own, so that nothing is read from or left in the account's.
  const home = await mkdtemp(join(tmpdir(), "tandem-e2e-browser-"));
  const browser = await chromium.launch({
    executablePath: process.env.TANDEM_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  return {
    browser,
    async stop() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
