// textOf in Node.js, case by case. The browser tests check that browsers give the same results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LedeError, textOf } from "../dist/package/node.js";

const body = "The council of Karlby met on Friday to talk of the bridge over the river, and of who will pay for its repair.";

/** Name of the test, HTML, and its text. */
const cases = [
  ["white space collapses", "<p>  a \n\t b<b> c</b> d </p>\n<p>e</p>", "a b c d\n\ne"],
  ["inline elements part nothing", "a<b>b</b>c <i> d</i>", "abc d"],
  ["blocks are lines", "<div>a<div>b</div>c</div><section>d</section>", "a\nb\nc\nd"],
  ["line breaks", "a<br>b<br><br>c<br><br><br>d<p>e<br></p>f", "a\nb\n\nc\n\nd\n\ne\n\nf"],
  ["preformatted text", "<pre>\n a\n\n\n  b\n</pre>c", " a\n\n\n  b\n\nc"],
  ["inline style", "<span style='display:block'>a</span><div style='display:inline'>b</div><div style='display: INLINE'>c</div><p style='white-space:pre-line'>d  e\nf</p>", "a\nbc\n\nd e\nf"],
  ["tables", "<table><tr><td>a<td>b<tr><th>c<td><b>d</b></table>", "a\tb\nc\td"],
  ["tables that lay out blocks", "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\n\nb"],
  ["lists", "<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\n\nc\n\nd"],
  ["characters that are seen or not", "a&shy;b&zwnj;c&nbsp;d&amp;e&eacute;&#x1F600;&lt;p&gt;", "a\u00adb\u200cc\u00a0d&eé😀<p>"],
  ["quotation marks of an element", "He said <q>no, <q>never</q></q>.", "He said “no, ‘never’”."],
  ["what is hidden", "<p hidden>a</p><p style='DISPLAY : none'>b</p><p style='visibility:hidden'>c</p><span class='sr-only'>d</span><dialog>e</dialog><template>f</template><noscript>g</noscript>h", "h"],
  ["what is only decoration", "<i class='icon' aria-hidden='true'>share</i><span aria-hidden='true'>→ •</span><span aria-hidden='true'>T</span>he", "The"],
  ["code and drawings", "a<script>b</script><style>c</style><svg><title>d</title><text>e</text></svg><iframe>f</iframe><textarea>g</textarea><select><option>h</select>i", "ai"],
  ["a drawing that is not closed", "<svg><path><p>a", "a"],
  ["formulas", "<math><mi>x</mi><annotation>\\x</annotation></math>", "x"],
  ["comments and declarations", "<!doctype html><?xml?>a<!-- b --><!c>d<![CDATA[e]]></>f<!-->g", "adfg"],
  ["a comment and a tag without an end", "a<!-- b", "a"],
  ["characters that are no tags", "a < b, 3<4, <3 & c", "a < b, 3<4, <3 & c"],
  ["attributes as they come", "<p title='>' data-a=\"<b>\" hidden-not =x / y='1'z>a</p>", "a"],
  ["elements that nobody knows", "<my-story>a<x:y>b</x:y></my-story>", "ab"],
  ["a template that is not closed", `<template>${body}`, body],
  ["only what was selected", "<p>a</p><!--StartFragment--><p>b</p><!--EndFragment--><p>c</p>", "b"],
  ["zero bytes", "a\0b", "ab"],
  ["nothing", "", ""],
];

for (const [what, html, text] of cases)
  test(what, () => assert.equal(textOf(html).text, text));

/** Content beside an article that is left out. */
const besides = {
  nav: "<nav><a href=/>Home</a></nav>", "role=navigation": "<div role=navigation>Home</div>", footer: "<footer>© Karlby Post</footer>",
  aside: "<aside>Most read</aside>", form: "<form><label>Your name</label></form>", dialog: "<div role=dialog>We use cookies.</div>",
  "open dialog": "<dialog open>Sign up</dialog>", button: "<button>Share</button>", banner: "<header>Karlby Post</header>",
};
for (const [what, html] of Object.entries(besides))
  test(`left out beside an article: ${what}`, () => {
    const page = `${html}<article><h1>Bridge</h1><p>${body}</p></article>`;
    assert.equal(textOf(page).text, `Bridge\n\n${body}`);
    assert.match(textOf(page, { everything: true }).text, /Home|Post|Most|name|cookies|Sign|Share/);
  });

const kept = {
  "a page in a form": `<form><p>${body}</p></form>`, "an article in a dialog": `<div role=dialog><p>${body}</p></div>`,
  "an aside alone": `<aside><p>${body}</p></aside>`, "a footer that names a source": `<blockquote><p>${body}</p><footer>Ida Falk</footer></blockquote>`,
  "an aside of the article": `<article><p>${body}</p><aside>“It is over.”</aside></article>`, "a heading in a button": `<h2><button>Why it matters</button></h2><p>${body}</p>`,
  "the heading of an article": `<article><header><h1>Bridge</h1></header><p>${body}</p></article>`,
};
for (const [what, html] of Object.entries(kept))
  test(`kept: ${what}`, () => assert.equal(textOf(html).text, textOf(html, { everything: true }).text));

const head = (data) => `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
const facts = [
  ["linked data", head({ "@type": "NewsArticle", headline: "A &amp; B", datePublished: "2024-05-07T23:00:00-05:00", author: ["Ann Bell", { name: "Omar Reyes" }] }), "A & B", "2024-05-07", ["Ann Bell", "Omar Reyes"]],
  ["several stories in it", head([{ "@type": "NewsArticle", headline: "One" }, { "@type": "NewsArticle", headline: "Two", author: { name: "Ann Bell" } }]) + "<h1>Two</h1>", "Two", null, ["Ann Bell"]],
  ["broken linked data", `${head("{")}${head("[".repeat(100_000))}<h1>Two</h1>`, "Two", null, []],
  ["meta elements", '<meta property="og:title" content="A story of note | The Post"><meta property="og:site_name" content="The Post"><meta name="Author" content="Ann Bell and Omar Reyes"><meta name="date" content="7 May 2024">', "A story of note", "2024-05-07", ["Ann Bell", "Omar Reyes"]],
  ["a title with the site's name", "<title>Council drops the ring road - The Post</title>", "Council drops the ring road", null, []],
  ["a heading that the title repeats", "<title>Road dropped – The Post</title><h1>The Post</h1><h2>Road dropped</h2>", "Road dropped", null, []],
  ["a time under the heading", "<h1>Road</h1><time datetime='2024-05-07T10:00Z'>today</time> <a rel=author>By Ann Bell</a>", "Road", "2024-05-07", ["Ann Bell"]],
  ["times of several stories", "<h1>News</h1><h2>One</h2><time datetime='2024-05-07'>7 May</time><h2>Two</h2><time datetime='2024-05-06'>6 May</time>", "News", null, []],
  ["times of one live story", "<h1>News</h1><h2>One</h2><time datetime='2024-05-07T12:00'>12.00</time><h2>Two</h2><time datetime='2024-05-07T11:00'>11.00</time>", "News", "2024-05-07", []],
  ["a heading of a page's length", `<h1>${"word ".repeat(1_000)}</h1>`, null, null, []],
  ["a day that is none", "<h1>Road</h1><meta name=date content='2024-02-31'><time datetime='2024-13-01'>x</time>", "Road", null, []],
  ["nothing", "<p>Words</p>", null, null, []],
];
for (const [what, html, title, published, authors] of facts)
  test(`headline, date and authors: ${what}`, () => {
    const read = textOf(html);
    assert.deepEqual([read.title, read.published, read.authors], [title, published, authors]);
  });

test("hints have the spans of their words", () => {
  const { text, hints } = textOf("<article><h1>Bridge</h1><time datetime=2024-05-07>today</time><figure><figcaption> The <b>bridge</b> </figcaption></figure>" +
    `<p>${body}</p><h3>Next</h3><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul><aside>Note</aside><footer>End</footer></article>`);
  assert.deepEqual(hints.map(({ span, ...hint }) => [text.slice(...span), hint]).slice(1), [
    ["Bridge", { kind: "heading", level: 1 }], ["today", { kind: "time", value: "2024-05-07" }], ["The bridge", { kind: "caption" }],
    ["Next", { kind: "heading", level: 3 }], ["One\nTwo", { kind: "links" }], ["Note", { kind: "aside" }], ["End", { kind: "footer" }],
  ]);
  assert.deepEqual(hints[0], { span: [0, text.length], kind: "article" });
});

test("more than 16 MB are refused", () => {
  assert.throws(() => textOf("a".repeat(17 * 2 ** 20)), (error) => error instanceof LedeError && error.code === "too_large");
});

/** Repeated content. Quadratic time would grow sixteenfold when the length grows fourfold. */
const shapes = {
  "nested blocks": "<div>a", "open formatting": "<p><b id=1>a", "wrong order": "<b><div></b>a</div>", "wrong order in paragraphs": "<b><p></b><div></div>a",
  "items in items": "<dd><li>a", tables: "<table><tr><td>a", "end tags of nothing": "a</p></div></i>", "unclosed comments": "a<!--x", "unclosed scripts": "a</script x",
  templates: "<template>a", drawings: "<svg>a", quotes: "<p a='>a", brackets: "a<", entities: "&amp;&notit;&", banners: "<header>a", buttons: "<button>a", authors: "<span rel=author>a", headings: "<div><h1>a",
  spaces: "<p> \n ", hidden: "<i aria-hidden=true>a", lists: "<ul><li><a href>a", titles: "<title>a", articles: "<article><h1>a", "meta elements": "<meta name=author content='a &amp; b'>a",
};
test("time is linear in the length", () => {
  const time = (html) => {
    const start = process.cpuUsage();
    textOf(html);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  for (const [what, unit] of Object.entries(shapes)) {
    let ratio = Infinity;
    // Retries, because other work on the machine distorts single measurements.
    for (let attempt = 0; attempt < 3 && ratio > 8; attempt++) ratio = Math.min(ratio, time(unit.repeat(100_000)) / Math.max(time(unit.repeat(25_000)), 25));
    assert.ok(ratio <= 8, `${what}: four times as long takes ${ratio.toFixed(1)} times as long`);
  }
});
