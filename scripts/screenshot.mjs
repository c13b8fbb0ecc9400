// Takes docs/screenshot.png of the built page. With a folder as argument, takes screenshots of all views for design review:
//   node scripts/screenshot.mjs [FOLDER]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./lib/run.mjs";
import { serve } from "./serve.mjs";

const folder = process.argv[2];
const views = folder
  ? [
      { name: "empty-light", empty: true },
      { name: "light" },
      { name: "dark", colorScheme: "dark" },
      { name: "phone", viewport: { width: 390, height: 844 } },
      { name: "phone-panel", viewport: { width: 390, height: 844 }, panel: "Quotes" },
      { name: "phone-names", viewport: { width: 390, height: 844 }, panel: "Names" },
      { name: "panel-names", panel: "Names" },
      { name: "panel-quotes", panel: "Quotes" },
      { name: "dark-quotes", panel: "Quotes", colorScheme: "dark" },
      { name: "panel-stances", panel: "Stances" },
      { name: "dark-stances", panel: "Stances", colorScheme: "dark" },
      { name: "phone-stances", viewport: { width: 390, height: 844 }, panel: "Stances" },
      { name: "panel-events", panel: "Events" },
      { name: "dark-events", panel: "Events", colorScheme: "dark" },
      { name: "phone-events", viewport: { width: 390, height: 844 }, panel: "Events" },
      { name: "phone-brief", viewport: { width: 390, height: 844 }, panel: "Brief" },
      { name: "panel-times", panel: "Times" },
      { name: "panel-checks", panel: "Checks" },
      { name: "focus", tabs: 8 },
      { name: "print", print: true },
      { name: "print-quotes", panel: "Quotes", print: true },
      { name: "print-events", panel: "Events", print: true },
    ]
  // This height cuts no line of the sample. The second reading shows the time of an engine that has started.
  : [{ name: "screenshot", viewport: { width: 1280, height: 843 }, readings: 2 }];
const target = folder ?? join(root, "docs");
mkdirSync(target, { recursive: true });

const server = await serve("dist/site", { port: 4390 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
});
for (const { name, empty, panel, readings = 1, tabs = 0, print, ...context } of views) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, serviceWorkers: "block", reducedMotion: "reduce", ...context });
  await page.goto(server.address);
  for (let reading = 0; !empty && reading < readings; reading++) {
    if (reading > 0) await page.getByRole("button", { name: "New article" }).click();
    await page.getByRole("button", { name: "Try the sample article" }).click();
    await page.locator("article-view > *").first().waitFor();
  }
  if (panel) await page.getByRole("tab", { name: panel }).click();
  for (let i = 0; i < tabs; i++) await page.keyboard.press("Tab");
  if (print) {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
  }
  await page.screenshot({ path: join(target, `${name}.png`), fullPage: Boolean(print) });
  await page.close();
}
await browser.close();
await server.close();
