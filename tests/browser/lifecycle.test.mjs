// <lede-article> is moved, removed, put back, cloned and given invalid input; its article arrives late, changes and goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { received, highlighted, holding, hostPage, marked, paragraphs, pointing, settle, story } from "./host_page.mjs";
import { inBrowser } from "./support.mjs";

const it = inBrowser();
const events = (page, name) => page.evaluate((wanted) => window.received.filter((event) => event.name === wanted).length, name);
const other = "<p>On Friday, Klara Holm paid $77 million to Norway, said Carl Danner.</p>";

/** Counts analyses: texts sent to a worker. */
const counting = () => {
  window.readings = 0;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.text) window.readings++;
    return post.call(this, message, ...rest);
  };
};
const readings = (page) => page.evaluate(() => window.readings);
const registered = (page) => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith("lede-")));

// --- moving and removing -------------------------------------------------------------------------------------------

for (const [mode, body] of [["with its article", holding], ["that points at an article", pointing]])
  test(`an element ${mode} keeps working after a move, without reading again`, async (t) => {
    const page = await hostPage(it, t, `<div id="there"></div>${body}`, { before: counting });
    await received(page);
    const before = await highlighted(page, "figure");
    await page.evaluate(() => document.querySelector("#there").append(document.querySelector("lede-article")));
    await marked(page, "figure", "3,400");
    await settle(page);
    assert.deepEqual((await highlighted(page, "figure")).sort(), before.sort());
    assert.equal(await readings(page), 1, "the result was kept");
    assert.equal(await events(page, "lede-ready"), 1);
    await page.evaluate((html) => ((document.querySelector("#story") ?? document.querySelector("lede-article")).innerHTML = html), other);
    await marked(page, "figure", "77 million");
    await marked(page, "figure", "3,400", false);
  });

test("an element put back after a while shows what changed meanwhile", async (t) => {
  const page = await hostPage(it, t, holding, { before: counting });
  await received(page);
  await page.evaluate(() => {
    window.away = document.querySelector("lede-article");
    window.away.remove();
  });
  await settle(page);
  assert.deepEqual(await registered(page), []);
  await page.evaluate(() => document.body.append(window.away));
  await marked(page, "figure", "3,400");
  assert.equal(await readings(page), 1);
  await page.evaluate((html) => {
    window.away.remove();
    window.away.innerHTML = html;
    document.body.append(window.away);
  }, other);
  await received(page, "lede-ready", 2);
  await marked(page, "figure", "77 million");
});

test("an element moves into a shadow root, where its marks are styled, and out again", async (t) => {
  const page = await hostPage(it, t, `<div id="host"></div>${holding}`);
  await received(page);
  await page.evaluate(() => {
    const inside = document.querySelector("#host").attachShadow({ mode: "open" });
    inside.append(document.querySelector("lede-article"));
  });
  await marked(page, "figure", "3,400");
  const styled = () => page.evaluate(() => {
    const [range] = CSS.highlights.get("lede-figure");
    return getComputedStyle(range.startContainer.parentElement, "::highlight(lede-figure)").textDecorationLine;
  });
  assert.equal(await styled(), "underline");
  const at = await page.evaluate(() => {
    const box = [...CSS.highlights.get("lede-figure")][0].getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  });
  await page.mouse.click(...at);
  await received(page, "lede-select");
  await page.evaluate(() => document.body.append(document.querySelector("#host").shadowRoot.querySelector("lede-article")));
  await marked(page, "figure", "3,400");
  assert.equal(await styled(), "underline");
});

for (const first of [true, false])
  test(`an element is adopted into a frame ${first ? "before" : "after"} it was first shown`, async (t) => {
    const page = await hostPage(it, t, `<iframe width="800" height="600"></iframe>${first ? "" : holding}`);
    if (!first) await received(page);
    await page.evaluate(async ([paragraphs, first]) => {
      await customElements.whenDefined("lede-article");
      const element = first ? document.createElement("lede-article") : document.querySelector("lede-article");
      if (first) element.innerHTML = paragraphs;
      frames[0].document.body.append(element);
    }, [paragraphs, first]);
    await page.waitForFunction(() => [...(frames[0].CSS.highlights.get("lede-figure") ?? [])].some((range) => range.toString().includes("3,400")));
    assert.deepEqual(await registered(page), []);
    assert.equal(await page.evaluate(() => {
      const element = frames[0].document.querySelector("lede-article");
      return frames[0].getComputedStyle(element).display;
    }), "block", "its own style is applied too");
    await page.evaluate(() => document.body.append(frames[0].document.querySelector("lede-article")));
    await marked(page, "figure", "3,400");
    assert.equal(await page.evaluate(() => frames[0].CSS.highlights.size), 0);
  });

test("an element may be removed at any moment", async (t) => {
  const page = await hostPage(it, t, "<main></main>");
  await page.evaluate(() => customElements.whenDefined("lede-article"));
  const states = await page.evaluate(async (holding) => {
    const main = document.querySelector("main");
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const put = () => {
      main.innerHTML = holding;
      return main.firstElementChild;
    };
    const ready = (element) => new Promise((done) => element.addEventListener("lede-ready", done, { once: true }));
    put().remove();
    const pending = put();
    pending.published = "2024-01-01";
    pending.remove();
    pending.layers = "person";
    for (const ms of [0, 1, 5, 20, 60]) {
      const element = put();
      await pause(ms);
      element.headline = "Another";
      element.remove();
    }
    const selecting = put();
    await ready(selecting);
    selecting.shadowRoot.querySelector(".list button").click();
    selecting.remove();
    await pause(500);
    return { left: main.childElementCount, received: window.received.filter(({ name }) => name === "lede-error") };
  }, holding);
  assert.deepEqual(states, { left: 0, received: [] });
  assert.deepEqual(await registered(page), []);
});

test("two elements do not affect each other's marks", async (t) => {
  const page = await hostPage(it, t, `${pointing}<lede-article id="second" published="2024-05-08">${other}</lede-article>`);
  await received(page, "lede-ready", 2);
  await marked(page, "figure", "3,400");
  await marked(page, "figure", "77 million");
  await page.evaluate(() => document.querySelector("lede-article").remove());
  await marked(page, "figure", "3,400", false);
  assert.ok((await highlighted(page, "figure")).some((figure) => /77 million/.test(figure)));
  await page.evaluate(() => (document.querySelector("#second").innerHTML = ""));
  await received(page, "lede-error");
  await page.waitForFunction(() => CSS.highlights.size === 0);
});

// --- the article arrives, changes and goes --------------------------------------------------------------------------

test("an article that arrives late is read", async (t) => {
  const page = await hostPage(it, t, `<lede-article for="story" published="2024-05-08"></lede-article>`);
  await received(page, "lede-error");
  assert.match(await page.evaluate(() => window.received[0].message), /no element has the id “story”/);
  await page.evaluate((story) => document.body.insertAdjacentHTML("beforeend", story), story);
  await marked(page, "figure", "3,400");
});

test("an element follows an id from article to article", async (t) => {
  const page = await hostPage(it, t, `${pointing}<article class="other">${other}</article>`);
  await received(page);
  const error = async (count) => {
    await received(page, "lede-error", count);
    assert.deepEqual(await page.evaluate(() => [CSS.highlights.size, document.querySelector("lede-article").result]), [0, null]);
  };
  await page.evaluate(() => document.querySelector("#story").removeAttribute("id"));
  await error(1);
  await page.evaluate(() => (document.querySelector(".other").id = "story"));
  await marked(page, "figure", "77 million");
  await page.evaluate((story) => (document.querySelector("#story").outerHTML = story), story);
  await marked(page, "figure", "3,400");
  await marked(page, "figure", "77 million", false);
  await page.evaluate(() => document.querySelector("#story").remove());
  await error(2);
  await page.evaluate((story) => document.body.insertAdjacentHTML("afterbegin", story), story);
  await marked(page, "figure", "3,400");
  await page.evaluate(() => document.querySelector("lede-article").setAttribute("for", ""));
  await error(3);
});

test("an article that is moved keeps its marks and is not read again", async (t) => {
  const page = await hostPage(it, t, `${pointing}<main></main>`, { before: counting });
  await received(page);
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("#story")));
  await page.waitForFunction(() => [...CSS.highlights.get("lede-figure")].every((range) => range.toString() !== ""));
  await marked(page, "figure", "3,400");
  await page.evaluate(() => {
    const last = document.querySelector("#story").lastElementChild;
    for (const paragraph of document.querySelectorAll("#story p")) paragraph.innerHTML = `<b>${paragraph.innerHTML}</b>`;
    last.remove();
  });
  await settle(page);
  await marked(page, "figure", "3,400");
  assert.equal(await readings(page), 1);
});

test("an article that changes during the analysis ends with the marks of its last text only", async (t) => {
  const page = await hostPage(it, t, `${story}<lede-article for="story"></lede-article>`);
  await received(page);
  const wrong = await page.evaluate(async () => {
    const root = document.querySelector("#story");
    const element = document.querySelector("lede-article");
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const wrong = [];
    const look = (at) => {
      for (const name of ["figure", "time"])
        for (const range of CSS.highlights.get(`lede-${name}`) ?? []) {
          const words = range.toString();
          if (words !== "" && !/\d|day|million|year|May/.test(words)) wrong.push(`${at}: ${name} “${words}”`);
        }
    };
    element.addEventListener("lede-ready", () => {
      if (element.text.trim() !== root.innerText.trim().replace(/\n+/g, "\n\n")) wrong.push(`reported “${element.text.trim()}” under “${root.innerText}”`);
    });
    for (let step = 1; step <= 30; step++) {
      root.innerHTML = `<p>${"The mayor was not there when they met. ".repeat(step % 7)}Ann Bell paid $${step} million on Friday.</p><p>${"The council of the town has not said when the work on the old bridge will be done. ".repeat(step * 3)}</p>`;
      element.layers = step % 2 ? "figure time" : "person figure time";
      look(step);
      await pause(step % 5 === 0 ? 350 : 15);
      look(step);
    }
    return wrong;
  });
  assert.deepEqual(wrong, []);
  await marked(page, "figure", "30 million");
  assert.match(await page.evaluate(() => document.querySelector("lede-article").text), /30 million/);
});

test("an error clears the previous result, and a good article works afterwards", async (t) => {
  const page = await hostPage(it, t, holding, { tolerate: /inline style/ });
  await received(page);
  await page.locator("lede-article summary").click();
  await page.locator("lede-article .list button").first().click();
  await page.locator("lede-article .card").waitFor();
  const cleared = async (count, code) => {
    await received(page, "lede-error", count);
    assert.equal(await page.evaluate((at) => window.received.filter(({ name }) => name === "lede-error")[at].code, count - 1), code);
    const left = await page.evaluate(() => {
      const element = document.querySelector("lede-article");
      return { result: element.result, text: element.text, marks: CSS.highlights.size, panels: element.shadowRoot.querySelectorAll("details, .card").length };
    });
    assert.deepEqual(left, { result: null, text: "", marks: 0, panels: 0 });
  };
  const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("lede-article").setAttribute(name, value), [name, value]);
  await set("published", "yesterday");
  await cleared(1, "bad_date");
  await set("published", "");
  await marked(page, "figure", "3,400");
  await page.evaluate(() => (document.querySelector("lede-article").innerHTML = " <!-- 5 million --> <script>5 million</script><style>p{}</style><br>"));
  await cleared(2, "empty_text");
  await page.evaluate((html) => (document.querySelector("lede-article").innerHTML = html), paragraphs);
  await marked(page, "figure", "3,400");
});

test("an engine that cannot be loaded is retried with the next change", async (t) => {
  let broken = true;
  const page = await hostPage(it, t, holding, {
    fresh: true,
    tolerate: /lede\.wasm|Failed to load resource|fetch/,
    prepare: (page) => page.route("**/lede.wasm", (route) => (broken ? route.abort() : route.continue())),
  });
  await received(page, "lede-error");
  broken = false;
  await page.evaluate(() => document.querySelector("lede-article").read());
  await received(page);
  assert.deepEqual(await page.evaluate(() => window.received.map(({ name, code }) => [name, code])), [["lede-error", "load_failed"], ["lede-ready", undefined]]);
});

// --- reading -------------------------------------------------------------------------------------------------------

test("only visible text is read", async (t) => {
  const body = `<lede-article>Ann Bell<!-- 11 people --><script type="text/plain">12 people</script><style>/* 13 people */</style>
    <template>14 people</template><p hidden>15 people</p><p data-lede-skip>16 people</p><p aria-hidden="true">17 people</p>
    <p id="unseen">18 people</p><svg width="9" height="9"><text>19 people</text></svg><select><option>20 people</option></select><video>21 people</video>
    <p>paid<br>$22 million.</p><lede-article id="inner"><p>Carl Danner found 23 people.</p></lede-article></lede-article>`;
  const page = await hostPage(it, t, body, { tolerate: /inline style/ });
  await page.evaluate(() => {
    document.querySelector("#unseen").style.display = "none";
  });
  await received(page, "lede-ready", 2);
  await page.evaluate(() => document.querySelector("lede-article").append(" "));
  await settle(page);
  const [outer, inner] = await page.evaluate(() => [...document.querySelectorAll("lede-article")].map(({ text }) => text.trim()));
  assert.match(outer, /^Ann Bell\s+paid\n\$22 million\.$/);
  assert.equal(inner, "Carl Danner found 23 people.");
  assert.equal((await highlighted(page, "figure")).filter((words) => /23/.test(words)).length, 1, "marked once");
  await page.evaluate(() => document.querySelector("[hidden]").removeAttribute("hidden"));
  await marked(page, "figure", "15");
});

test("an article behind a dialog or in a hidden tab keeps its marks", async (t) => {
  const page = await hostPage(it, t, pointing, { before: counting });
  await received(page);
  await page.evaluate(() => document.querySelector("#story").setAttribute("aria-hidden", "true"));
  await settle(page);
  await page.evaluate(() => (document.querySelector("#story").hidden = true));
  await settle(page);
  assert.equal(await readings(page), 1);
  assert.equal(await events(page, "lede-error"), 0);
  await marked(page, "figure", "3,400");
});

test("read() settles with the result of the current page", async (t) => {
  const page = await hostPage(it, t, `<lede-article>${paragraphs}</lede-article>`);
  await received(page);
  const texts = await page.evaluate(async () => {
    const element = document.querySelector("lede-article");
    const texts = [];
    for (let step = 0; step < 5; step++) {
      element.innerHTML = `<p>Ann Bell paid $${step} million to the port of Leeds on Friday.</p>`;
      const first = element.read();
      element.firstChild.textContent += " She said so.";
      if (step % 2) void element.read();
      await first;
      texts.push([element.text.trim(), element.textContent]);
    }
    return texts;
  });
  for (const [read, there] of texts) assert.equal(read, there);
});

test("neither the element's own changes nor a clock outside the article trigger a new reading", async (t) => {
  const page = await hostPage(it, t, `<main id="all">${paragraphs}<p data-lede-skip id="clock">0</p><lede-article for="all">some words</lede-article></main>`, { before: counting });
  await received(page);
  const begun = await page.evaluate(async () => {
    const element = document.querySelector("lede-article");
    const { read } = element;
    let begun = 0;
    element.read = () => (begun++, read.call(element));
    for (let tick = 0; tick < 30; tick++) {
      document.querySelector("#clock").textContent = String(tick);
      if (tick % 10 === 0) element.shadowRoot.querySelector(".layers button").click();
      await new Promise((done) => setTimeout(done, 30));
    }
    return begun;
  });
  assert.equal(begun, 0);
  assert.equal(await readings(page), 1);
  assert.doesNotMatch(await page.evaluate(() => document.querySelector("lede-article").text), /some words/);
});

for (const [name, attributes] of [["an empty id", `for=""`], ["its own id", `id="own" for="own"`], ["an id of blanks", `for="  "`]])
  test(`with ${name} in “for” it reads its own content`, async (t) => {
    const page = await hostPage(it, t, `<lede-article ${attributes} layers="figure nonsense">${paragraphs}</lede-article>`);
    await marked(page, "figure", "3,400");
    assert.deepEqual(await highlighted(page, "person"), []);
  });

test("unknown layers are ignored", async (t) => {
  const page = await hostPage(it, t, `<lede-article layers="nonsense constructor">${paragraphs}</lede-article>`);
  await received(page);
  assert.ok((await page.evaluate(() => [...CSS.highlights.values()].every((highlight) => highlight.size === 0))));
  assert.equal(await page.locator('lede-article .layers [aria-pressed="true"]').count(), 0);
});

test("elements work however they are created", async (t) => {
  const page = await hostPage(it, t, `<template id="made">${holding}</template><main></main>`);
  const counts = await page.evaluate(async (holding) => {
    await customElements.whenDefined("lede-article");
    const main = document.querySelector("main");
    const readied = [];
    const put = async (name, node) => {
      const ready = new Promise((done) => addEventListener("lede-ready", done, { once: true }));
      if (node) main.replaceChildren(node);
      await ready;
      const element = main.querySelector("lede-article");
      readied.push([name, CSS.highlights.get("lede-figure").size > 0, element.result.quantities.length > 0]);
      return element;
    };
    main.innerHTML = holding;
    const first = await put("innerHTML");
    const clone = first.cloneNode(true);
    await put("cloneNode", clone);
    await put("template", document.querySelector("#made").content.cloneNode(true));
    await put("adopted from a template", document.querySelector("#made").content.firstElementChild);
    const parsed = new DOMParser().parseFromString(holding, "text/html");
    await put("DOMParser", parsed.querySelector("lede-article"));
    // A working element is moved into a document without a window and back.
    const inert = document.implementation.createHTMLDocument();
    const element = main.querySelector("lede-article");
    inert.body.append(element);
    await new Promise((done) => setTimeout(done, 400));
    const left = CSS.highlights.size;
    main.append(element);
    await new Promise((done) => setTimeout(done, 400));
    readied.push(["from a document without a window", CSS.highlights.get("lede-figure").size > 0, left === 0]);
    return readied;
  }, holding);
  assert.deepEqual(counts.map(([, marked, result]) => [marked, result]), counts.map(() => [true, true]), JSON.stringify(counts));
  assert.equal(counts.length, 6);
});

test("the script may be loaded twice, from two URLs", async (t) => {
  const page = await hostPage(it, t, holding, { scripts: ["lede/element.js", "lede/element.js", "lede/element.js?again"] });
  await received(page);
  await settle(page);
  assert.equal(await events(page, "lede-ready"), 1);
});

test("event handlers may throw, remove the element and change the article", async (t) => {
  const page = await hostPage(it, t, holding, { tolerate: /handler fails/ });
  await page.evaluate(() => {
    const element = document.querySelector("lede-article");
    element.addEventListener("lede-select", () => { throw new Error("handler fails"); });
    element.addEventListener("lede-ready", () => {
      if (element.dataset.counted) return;
      element.dataset.counted = "yes";
      element.insertAdjacentHTML("beforeend", "<p>It counts 55 ships.</p>");
      throw new Error("handler fails");
    });
  });
  await marked(page, "figure", "55");
  await page.locator("lede-article summary").click();
  await page.locator("lede-article .list button").first().click();
  assert.ok(await page.locator("lede-article .card").isVisible());
  await page.evaluate(() => {
    const element = document.querySelector("lede-article");
    element.addEventListener("lede-ready", () => element.remove());
    element.append("It ends here, on 12 May.");
  });
  await page.waitForFunction(() => !document.querySelector("lede-article"));
  await settle(page);
  assert.deepEqual(await registered(page), []);
});

test("a check of the whole article has no place but can be selected", async (t) => {
  const page = await hostPage(it, t, "<lede-article><p>Die Fähre nach Öland wurde am Dienstag gestrichen, weil an zwei Schiffen Risse gefunden wurden. Die Reederei zahlt das Geld zurück.</p></lede-article>");
  await received(page);
  assert.ok(await page.evaluate(() => document.querySelector("lede-article").result.checks.some(({ spans }) => spans.length === 0)), "the engine reports such a check");
  await page.locator("lede-article summary").click();
  const check = page.locator("lede-article .list.lines button").last();
  await check.click();
  await check.click();
  assert.equal(await check.getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator("lede-article .card").isVisible(), false);
});

test("listing, selecting and moving work in a browser without highlights, popovers, carets and constructed sheets", async (t) => {
  const page = await hostPage(it, t, `<div id="there"></div>${holding}`, {
    tolerate: /inline style/,
    before: () => {
      delete CSS.highlights;
      delete window.Highlight;
      delete HTMLElement.prototype.showPopover;
      delete Document.prototype.caretPositionFromPoint;
      delete Document.prototype.adoptedStyleSheets;
    },
  });
  await received(page);
  await page.locator("lede-article p").first().click();
  await page.locator("lede-article summary").click();
  await page.locator("lede-article .list button").first().click();
  await received(page, "lede-select");
  await page.evaluate(() => document.querySelector("#there").append(document.querySelector("lede-article")));
  await settle(page);
  assert.ok(await page.evaluate(() => document.querySelector("lede-article").result.quantities.length > 0));
  await page.evaluate(() => document.querySelector("lede-article").remove());
});

test("a megabyte of text is marked and can be moved", async (t) => {
  const page = await hostPage(it, t, `<div id="there"></div><lede-article id="long"></lede-article>`);
  page.setDefaultTimeout(60_000);
  await received(page, "lede-error");
  await page.evaluate((paragraphs) => (document.querySelector("#long").innerHTML = paragraphs.repeat(Math.ceil(2 ** 20 / paragraphs.length))), paragraphs);
  await received(page);
  const took = await page.evaluate(async () => {
    const element = document.querySelector("#long");
    document.querySelector("#there").append(element);
    const started = performance.now();
    await element.read();
    return performance.now() - started;
  });
  t.diagnostic(`read from the page again in ${Math.round(took)} ms`);
  await marked(page, "figure", "3,400");
  assert.ok((await page.locator("lede-article .list button").count()) < 1000, "the panel lists only the beginning");
});
