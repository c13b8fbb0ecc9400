// Under the content security policies that README.md recommends, the package and the element run in a worker.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/serve.mjs";
import { article, inBrowser } from "./support.mjs";

const it = inBrowser("dist/package", { headers: { "access-control-allow-origin": "*" } });
const policies = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```csp\n(.*)\n```$/gm)].map(([, policy]) => policy);

/** A page whose server sends a policy with every file, including worker and module. */
async function pageUnder(t, policy, { port, scripts, tolerate, warnings = [] }) {
  const html = `<!doctype html><title>Policy</title><script type="module" src="${scripts}element.js"></script>
    <lede-article published="2024-05-08">${article.trim().split("\n\n").map((text) => `<p>${text}</p>`).join("")}</lede-article>`;
  const folder = mkdtempSync(join(tmpdir(), "lede-policy-"));
  cpSync(join(root, "dist/package"), folder, { recursive: true });
  writeFileSync(join(folder, "page.html"), html);
  const server = await serve(folder, { port, headers: { "content-security-policy": policy } });
  t.after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const page = await it.open(t, {
    goto: false,
    tolerate,
    init: () => {
      window.violations = [];
      window.workers = [];
      document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
      document.addEventListener("lede-ready", (event) => (window.read = event.detail));
      window.Worker = class extends Worker {
        constructor(...parameters) {
          super(...parameters);
          window.workers.push(String(parameters[0]));
        }
      };
    },
  });
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.goto(`${server.address}page.html`);
  return page;
}

async function hostOf(page, scripts) {
  // evaluate() is exempt from the page's policy, but imports are not.
  return page.evaluate(async ([address, text]) => {
    const { createAnalyzer } = await import(address);
    const analyzer = createAnalyzer();
    const { schema } = await analyzer.analyze(text);
    return [schema, analyzer.host];
  }, [`${scripts}index.js`, article]);
}

test("README.md recommends a plain policy, one with Trusted Types, and one for another host", () => {
  assert.equal(policies.length, 3);
  assert.match(policies[1], /require-trusted-types-for 'script'; trusted-types lede$/);
  assert.match(policies[2], /cdn\.example/);
});

for (const policy of policies)
  test(`in a worker under ${policy}`, async (t) => {
    const elsewhere = policy.includes("https://cdn.example");
    const scripts = elsewhere ? it.address : "/";
    // The policies also apply to the element. They allow no images or styles, and it uses none.
    const page = await pageUnder(t, policy.replaceAll("https://cdn.example", new URL(it.address).origin), {
      port: 6100 + 20 * policies.indexOf(policy), scripts,
    });
    await page.waitForFunction(() => window.read);
    assert.equal((await page.evaluate(() => window.read)).schema, 1, "the element has read its article");
    assert.equal((await page.evaluate(() => window.workers)).length, 1);
    await page.evaluate(() => document.querySelector("lede-article").shadowRoot.querySelector("summary").click());
    assert.deepEqual(await hostOf(page, scripts), [1, elsewhere ? "blob-worker" : "worker"]);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  });

test("if the policy forbids workers, host and console report it", async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'; connect-src 'self'";
  const warnings = [];
  const page = await pageUnder(t, policy, { port: 6180, scripts: "/", warnings, tolerate: /Content Security Policy|worker/i });
  await page.waitForFunction(() => window.read);
  assert.deepEqual(await hostOf(page, "/"), [1, "main-thread"]);
  assert.match(warnings.join("\n"), /blocks the calling thread/);
});
