// Pasting and dragging HTML: its text is inserted, its headline and date fill the fields, and none of it is executed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, inBrowser, shown } from "./support.mjs";

const it = inBrowser();
const fixture = (name) => readFileSync(new URL(`fixtures/clipboard/${name}`, import.meta.url), "utf8");
const hostile = fixture("hostile.html");
const permissions = ["clipboard-read", "clipboard-write"];

const box = (page) => page.getByLabel("The article's text");
const text = (page) => box(page).inputValue();
const fields = async (page) => [await page.getByLabel("Headline").inputValue(), await page.getByLabel("Published on").inputValue()];

/** Dispatches a paste event as on Ctrl+V; true if the page handled it. */
const paste = (page, html, plain = "") =>
  box(page).evaluate((area, flavours) => {
    const data = new DataTransfer();
    for (const [type, value] of flavours) if (value) data.setData(type, value);
    area.focus();
    return !area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [["text/html", html], ["text/plain", plain]]);

async function pressPaste(page, html, plain) {
  await page.evaluate(async ([markup, words]) => {
    const item = { "text/html": new Blob([markup], { type: "text/html" }), "text/plain": new Blob([words], { type: "text/plain" }) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, [html, plain]);
  await box(page).focus();
  await page.keyboard.press("Control+V");
}

const layouts = [
  { name: "article", title: "Harbour town votes to keep its ferry", published: "2024-05-07" },
  { name: "live", title: "Storm Edda: live updates", published: "2023-11-03" },
  { name: "gallery", title: "A winter in Karlby, in pictures", published: "2024-02-11" },
  { name: "paywall", title: "Bank to close 40 branches" },
  { name: "newsletter", title: "The Morning Tide" },
  { name: "print", title: "Court stops the quarry", published: "2024-06-12" },
  { name: "wiki", title: "2019 Karlby fire" },
  { name: "search", title: "Results for “ferry”" },
  { name: "pdf" },
  { name: "email" },
];

for (const { name, title = "", published = "" } of layouts)
  test(`${name}: inserts the text and executes nothing`, async (t) => {
    // Any policy violation, request to another host, or error fails the test.
    const page = await it.open(t);
    await page.locator('lede-page[data-engine="ready"]').waitFor();
    await page.waitForLoadState("networkidle");
    const seen = [];
    page.context().on("request", (request) => seen.push(request.url()));
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    assert.ok(await paste(page, hostile + fixture(`${name}.html`) + hostile), "the page handles the paste");
    assert.equal(await text(page), fixture(`${name}.txt`).trimEnd());
    assert.deepEqual(await fields(page), [title, published]);
    await page.waitForTimeout(150);
    assert.deepEqual(seen, [], "no request");
    assert.equal(await page.evaluate(() => window.ran), undefined, "nothing ran");
    assert.equal(await page.evaluate(() => document.querySelectorAll("*").length), elements, "no elements were added to the page");
    await page.getByRole("button", { name: "Read the article" }).click();
    await shown(page);
    if (title) assert.equal(await page.locator("#head-title").inputValue(), title, "the headline is shown above the article");
    assert.equal(await page.locator(":is(article-view, .side) :is(script, style, img, svg image, iframe, a, form, object, embed, video)").count(), 0);
    assert.equal(await page.evaluate(() => window.ran), undefined, "nothing ran");
    assert.deepEqual(seen, [], "no request");
  });

test("the browser and Node.js give the same result", async (t) => {
  const { textOf } = await import("../../dist/package/node.js");
  const page = await it.open(t);
  const pages = layouts.map(({ name }) => hostile + fixture(`${name}.html`));
  pages.push("<p>a<b>b<p>c</b>d<table>e<tr><td>f<div>g</table>h<li>i<li>j<dl><dt>k<dd>l</dl>&amp;&eacute;&#8212;&notin;<pre>\n\nm\n n</pre>", "a < b > c <!-- d", "<![CDATA[x]]>a\0b");
  const here = await page.evaluate(async (sources) => {
    const lede = await import("./lede/index.js");
    return sources.map((html) => [lede.textOf(html), lede.textOf(html, { everything: true })]);
  }, pages);
  assert.deepEqual(here, pages.map((html) => [textOf(html), textOf(html, { everything: true })]));
});

/** Broken pages: fragments of the layouts cut at arbitrary positions and joined. Deterministic. */
function* brokenPages(count) {
  const source = layouts.map(({ name }) => hostile + fixture(`${name}.html`)).join("");
  const marks = ["<", ">", '"', "'", "<!--", "-->", "</p>", "<p ", "<svg>", "</svg>", "<table>", "<td>", "<script>", "<b>", "</b>", "<a href=x>", "\0", "<template>", "&amp", "<![CDATA["];
  let seed = 7;
  const below = (limit) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % limit;
  for (let i = 0; i < count; i++) {
    let page = "";
    for (let pieces = 1 + below(8); pieces > 0; pieces--) {
      const start = below(source.length);
      page += source.slice(start, start + below(400)) + (below(2) ? marks[below(marks.length)] : "");
    }
    yield page;
  }
}

test("broken pages: the parser sees nothing that could load or run, and Node.js gives the same result", async (t) => {
  const { textOf } = await import("../../dist/package/node.js");
  const page = await it.open(t);
  const pages = [...brokenPages(1_000)];
  const { texts, met } = await page.evaluate(async (sources) => {
    const lede = await import("./lede/index.js");
    const parse = DOMParser.prototype.parseFromString;
    const found = new Set();
    DOMParser.prototype.parseFromString = function (...parameters) {
      const parsed = parse.apply(this, parameters);
      for (const element of parsed.querySelectorAll("*")) {
        found.add(element.localName.startsWith("x-") ? "x-" : element.localName);
        for (const { name } of element.attributes) found.add(`[${name}]`);
      }
      return parsed;
    };
    return { texts: sources.map((html) => lede.textOf(html).text), met: [...found] };
  }, pages);
  assert.deepEqual(texts, pages.map((html) => textOf(html).text));
  const dangerous = /^(?:script|style|link|base|img|image|iframe|object|embed|svg|math|video|audio|source|track|template|input|frame|\[(?:on.*|style|src|srcset|srcdoc|action|formaction|data|http-equiv|ping|poster|background|xlink:href)\])$/;
  assert.deepEqual(met.filter((name) => dangerous.test(name)), []);
});

test("Ctrl+V pastes HTML and text from the real clipboard", async (t) => {
  const page = await it.open(t, { permissions });
  const { textOf } = await import("../../dist/package/node.js");
  const html = fixture("live.html");
  await pressPaste(page, html, textOf(html, { everything: true }).text);
  await page.waitForFunction(() => document.querySelector("#text").value !== "");
  assert.equal(await text(page), fixture("live.txt").trimEnd());
  assert.equal((await fields(page))[0], "Storm Edda: live updates");
});

test("text copied from a page is pasted without its menus", async (t) => {
  const page = await it.open(t, { permissions });
  const source = await page.context().newPage();
  await source.route("**/*", (route) => (route.request().url().endsWith("/source") ? route.fulfill({ contentType: "text/html; charset=utf-8", body: fixture("article.html") }) : route.abort()));
  await source.goto(`${it.address}source`);
  await source.keyboard.press("Control+A");
  await source.keyboard.press("Control+C");
  await page.bringToFront();
  await box(page).focus();
  await page.keyboard.press("Control+V");
  await page.waitForFunction(() => document.querySelector("#text").value !== "");
  const lines = (await text(page)).split("\n").filter((line) => line !== "");
  assert.equal(lines[0], "Harbour town votes to keep its ferry");
  assert.ok(lines.includes("People in Lindholm voted on Tuesday to keep the ferry to Öland running, at a cost of €2.1 million a year."), lines.join("\n"));
  for (const menu of ["News", "Sport", "Most read", "Terms", "Share"]) assert.ok(!lines.includes(menu), menu);
});

test("undo reverts a paste", async (t) => {
  const page = await it.open(t);
  await box(page).fill("Written before. ");
  await box(page).press("End");
  await paste(page, fixture("paywall.html"));
  assert.match(await text(page), /^Written before\. Bank to close/);
  await page.keyboard.press("Control+Z");
  assert.equal(await text(page), "Written before. ");
});

test("undo and redo work for a text of thousands of lines, which is inserted in one step", async (t) => {
  const page = await it.open(t);
  await box(page).fill("Written before. ");
  await box(page).press("Control+End");
  const lines = Array.from({ length: 5_000 }, (_, i) => `<p>Line ${i} of the minutes.</p>`).join("");
  const start = Date.now();
  await paste(page, lines);
  assert.ok(Date.now() - start < 10_000);
  const all = await text(page);
  assert.match(all, /^Written before\. Line 0 [^]*Line 4999 of the minutes\.$/);
  await page.keyboard.type("!");
  await page.keyboard.press("Control+Z");
  assert.equal(await text(page), all);
  await page.keyboard.press("Control+Z");
  assert.equal(await text(page), "Written before. ");
  await page.keyboard.press("Control+Shift+Z");
  assert.equal(await text(page), all);
  await page.getByRole("button", { name: "Read the article" }).click();
  await shown(page);
});

test("the next paste overwrites fields filled by a paste, but not fields filled by a person", async (t) => {
  const page = await it.open(t);
  await paste(page, fixture("article.html"));
  assert.deepEqual(await fields(page), ["Harbour town votes to keep its ferry", "2024-05-07"]);
  await box(page).selectText();
  await paste(page, fixture("paywall.html"));
  assert.deepEqual(await fields(page), ["Bank to close 40 branches", ""]);
  await page.getByLabel("Headline").fill("My own");
  await page.getByLabel("Published on").fill("2020-02-02");
  await box(page).selectText();
  await paste(page, fixture("article.html"));
  assert.deepEqual(await fields(page), ["My own", "2020-02-02"]);
});

test("HTML that lacks part of the selection does not replace the plain text", async (t) => {
  const page = await it.open(t);
  await paste(page, '<a href="https://news.example/1">Read the story</a>', article);
  assert.equal(await text(page), article);
  await box(page).fill("");
  await paste(page, "<p>One paragraph of two came as HTML.</p>", "One paragraph of two came as HTML.\n\nThe other came as text alone.");
  assert.match(await text(page), /The other came as text alone/);
});

test("if both have the same words, line breaks follow the browser's plain text", async (t) => {
  const page = await it.open(t);
  const html = "<nav><a href='/'>Home</a></nav><article><div class=flex><span>By Ann Bell</span><span>Karlby Post</span></div><p>The council met.</p><button>Share</button><p>It was late.</p></article>";
  await paste(page, html, "Home\nBy Ann Bell\nKarlby Post\n\nThe council met.\n\nShare\nIt was late.");
  assert.equal(await text(page), "By Ann Bell\nKarlby Post\n\nThe council met.\n\nIt was late.");
});

test("spreadsheet cells, paragraphs of an office document and plain text are pasted completely", async (t) => {
  const page = await it.open(t);
  await paste(page, "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><table><!--StartFragment--><tr><td>Oil</td><td>82.10</td></tr><tr><td>Gas</td><td></td></tr><!--EndFragment--></table></body></html>", "Oil\t82.10\r\nGas\t\r\n");
  assert.match(await text(page), /^Oil\t82\.10\r?\nGas/);
  await box(page).fill("");
  await paste(page, '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="white-space:pre-wrap">First  line.</span></p><br><p dir="ltr"><span style="white-space:pre-wrap">Second line.</span></p></b>', "First  line.\n\nSecond line.");
  assert.equal(await text(page), "First  line.\n\nSecond line.");
  assert.equal(await paste(page, "", "Only text."), false, "the browser handles it");
});

test("a selection dragged from another page is inserted into the text box", async (t) => {
  const page = await it.open(t);
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    for (const type of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, hostile + fixture("live.html"));
  assert.equal(await text(page), fixture("live.txt").trimEnd());
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

/** Opens the page under a policy that requires Trusted Types. */
async function openTrusted(page, policies) {
  await page.route(it.address, async (route) => {
    const answer = await route.fetch();
    const policy = `require-trusted-types-for 'script'; trusted-types ${policies}`;
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "content-security-policy": policy } });
  });
  await page.goto(it.address);
}

test("Trusted Types: pasting needs only the policy `lede`", async (t) => {
  const page = await it.open(t, { goto: false, tolerate: /'Trusted\w+' assignment/ });
  await openTrusted(page, "lede lit-html");
  assert.ok(await page.evaluate(() => { try { return new DOMParser().parseFromString("", "text/html"), false; } catch { return true; } }), "it is enforced");
  await paste(page, fixture("live.html"));
  assert.equal(await text(page), fixture("live.txt").trimEnd());
});

test("Trusted Types: without the policy, the browser pastes the plain text", async (t) => {
  const page = await it.open(t, { goto: false, tolerate: /Content Security Policy|TrustedHTML|trusted/i });
  await openTrusted(page, "lit-html");
  assert.equal(await paste(page, fixture("live.html"), "Words"), false);
});

test("huge and broken HTML is read in linear time", async (t) => {
  const page = await it.open(t);
  const articles = 40_000;
  const shapes = {
    "nested blocks": "<div>a".repeat(100_000),
    attributes: `<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=1`).join(" ")}>a</p>`,
    "open formatting": Array.from({ length: 60_000 }, (_, i) => `<p><b id=${i}>a`).join(""),
    "closed in the wrong order": "<b><div></b>a</div>".repeat(60_000),
    "items in items": "<dd><li>a".repeat(60_000),
    "open tables": "<table><tr><td>a".repeat(60_000),
    "comments without an end": `a${"<!-- ".repeat(500_000)}`,
    "tags without an end": `a${"<p class='".repeat(500_000)}`,
    characters: "a < \0<![CDATA[b]]>".repeat(200_000),
    article: "<div><p>The council of Karlby met on <b>Friday</b> to talk of the <a href=/>bridge</a>.</p></div>\n".repeat(articles),
  };
  for (const [name, html] of Object.entries(shapes)) {
    const [took, length] = await page.evaluate(async (source) => {
      const { textOf } = await import("./lede/index.js");
      const start = performance.now();
      return [textOf(source).text, performance.now() - start].map((each) => each.length ?? each).reverse();
    }, html);
    assert.ok(length > 0, name);
    assert.ok(took < (name === "article" ? 8_000 : 20_000), `${name}: ${Math.round(took)} ms for ${html.length} characters`);
  }
  await paste(page, shapes.article);
  assert.equal(await box(page).evaluate(({ value }) => value.match(/bridge/g).length), articles);
});
