// Files opened or dropped on the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { article, inBrowser, shown, textOf } from "./support.mjs";

const it = inBrowser();

async function drop(page, name, content) {
  await page.evaluate(([file, bytes, size]) => {
    const parts = bytes ? [new Uint8Array(bytes)] : [new Uint8Array(size).fill(97)];
    const data = new DataTransfer();
    data.items.add(new File(parts, file));
    for (const type of ["dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, typeof content === "number" ? [name, null, content] : [name, [...content], 0]);
}

const fixture = (name) => readFileSync(new URL(`fixtures/files/${name}`, import.meta.url));
const open = (page, name, buffer, mimeType = "") => page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
const refused = (page) => page.getByRole("alert").textContent();

test("a dropped text file is read", async (t) => {
  const page = await it.open(t);
  await drop(page, "ferry.txt", Buffer.from(article));
  await shown(page);
  assert.match(await textOf(page), /Norrsken Lines/);
});

test("an opened text file is read", async (t) => {
  const page = await it.open(t);
  await page.locator("input[type=file]").setInputFiles({ name: "ferry.txt", mimeType: "text/plain", buffer: Buffer.from(article) });
  await shown(page);
  assert.match(await textOf(page), /Norrsken Lines/);
});

test("a UTF-16 file is read", async (t) => {
  const page = await it.open(t);
  await drop(page, "ferry.txt", Buffer.from(`\ufeff${article}`, "utf16le"));
  await shown(page);
  assert.match(await textOf(page), /Öland/);
});

test("a PDF is refused with a message", async (t) => {
  const page = await it.open(t);
  await drop(page, "ferry.pdf", Buffer.from("%PDF-1.7\n…"));
  assert.match(await refused(page), /ferry\.pdf.* is a PDF, not plain text/);
});

test("17 MB are refused with a message", async (t) => {
  const page = await it.open(t);
  await drop(page, "archive.txt", 17 * 2 ** 20);
  assert.match(await refused(page), /17 MB; the limit is 16 MB/);
});

test("an empty file is refused with a message", async (t) => {
  const page = await it.open(t);
  await drop(page, "nothing.txt", Buffer.from(" \n"));
  assert.match(await refused(page), /nothing\.txt.* is empty/);
});

test("a binary file is refused with a message", async (t) => {
  const page = await it.open(t);
  await drop(page, "thing.bin", Buffer.from([0, 1, 2, 3, 0, 65, 66]));
  assert.match(await refused(page), /does not look like a text file/);
});

test("encodings are detected", async (t) => {
  const page = await it.open(t);
  const words = "The café in Málaga, “Señora’s”, sold for €2 million on Friday, its owner said.";
  const windows = Buffer.from(words.replaceAll("“", "\x93").replaceAll("”", "\x94").replaceAll("’", "\x92").replaceAll("€", "\x80"), "latin1");
  const swapped = Buffer.from(words, "utf16le").swap16();
  const files = {
    "UTF-8": Buffer.from(words), "UTF-8 with a mark": Buffer.from(`\ufeff${words}`),
    "UTF-16LE with a mark": Buffer.from(`\ufeff${words}`, "utf16le"), "UTF-16LE": Buffer.from(words, "utf16le"),
    "UTF-16BE with a mark": Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), "UTF-16BE": swapped, "Windows-1252": windows,
  };
  for (const [name, bytes] of Object.entries(files)) {
    await drop(page, "news.txt", bytes);
    await shown(page);
    assert.equal(await textOf(page), words, name);
    await page.getByRole("button", { name: "New article" }).click();
    assert.equal(await page.getByLabel("The article's text").inputValue(), words, `${name}: the byte order mark is removed`);
  }
  await drop(page, "news.txt", Buffer.from("The caf\xe9 was sold on Friday, its owner said.", "latin1"));
  await shown(page);
  assert.match(await textOf(page), /The café was/);
  await page.getByRole("button", { name: "New article" }).click();
  const faulty = Buffer.concat([Buffer.from("The café in Málaga and the "), Buffer.from([0xff]), Buffer.from(" château were sold on Friday.")]);
  await drop(page, "news.txt", faulty);
  await shown(page);
  assert.match(await textOf(page), /The café in Málaga and the \ufffd château/, "one invalid byte does not change the encoding");
});

test("an HTML file is read in its actual encoding, whatever it declares", async (t) => {
  const page = await it.open(t);
  const story = (charset) => `<html><head><meta charset="${charset}"></head><body><p>The café in Plzeň was sold on Friday.</p></body></html>`;
  const files = { right: Buffer.from(story("utf-8")), wrong: Buffer.from(story("iso-8859-1")), marked: Buffer.from(`\ufeff${story("windows-1250")}`),
    "of two bytes": Buffer.from(`\ufeff${story("utf-8")}`, "utf16le"), named: Buffer.from(story("iso-8859-2").replace("é", "\xe9").replace("ň", "\xf2"), "latin1") };
  for (const [name, bytes] of Object.entries(files)) {
    await drop(page, "news.html", bytes);
    await shown(page);
    assert.equal(await textOf(page), "The café in Plzeň was sold on Friday.", name);
    await page.getByRole("button", { name: "New article" }).click();
  }
});

test("an HTML file gives its text, headline and date", async (t) => {
  const page = await it.open(t);
  await open(page, "story.html", fixture("story.html"), "text/html");
  await shown(page);
  const text = await textOf(page);
  assert.match(text, /^Café owner wins case\n/);
  assert.doesNotMatch(text, /Weather|alert|Terms/);
  assert.equal(await page.locator(".head-day .head-text").textContent(), "12 March 2024");
  await page.getByRole("button", { name: "New article" }).click();
  assert.equal(await page.getByLabel("Headline").inputValue(), "Café owner wins case");
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("a Markdown file is read without its markup", async (t) => {
  const page = await it.open(t);
  await open(page, "story.md", fixture("story.md"), "text/markdown");
  await shown(page);
  await page.getByRole("button", { name: "New article" }).click();
  assert.equal(await page.getByLabel("The article's text").inputValue(), fixture("story.md.txt").toString().trimEnd());
  assert.equal(await page.getByLabel("Headline").inputValue(), "Council drops the *ring road*".replaceAll("*", ""));
  assert.equal(await page.getByLabel("Published on").inputValue(), "2024-03-05");
});

test("saved e-mails are read: parts, transfer encodings, character sets, headers", async (t) => {
  const page = await it.open(t);
  const box = page.getByLabel("The article's text");
  for (const [name, start, title, published] of [
    ["multipart.eml", "The Karlby letter\n\nThe café by the harbour wins its case", "The Karlby letter: café wins", "2024-03-11"],
    ["latin.eml", "The café owner said on Monday that she was “glad”.", "Café owner wins", "2024-03-12"],
  ]) {
    await open(page, name, fixture(name), "message/rfc822");
    await shown(page);
    await page.getByRole("button", { name: "New article" }).click();
    assert.ok((await box.inputValue()).startsWith(start), await box.inputValue());
    assert.equal(await page.getByLabel("Headline").inputValue(), title);
    assert.equal(await page.getByLabel("Published on").inputValue(), published);
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
});

test("an e-mail with endlessly nested parts is refused with a message, a long one is read", async (t) => {
  const page = await it.open(t);
  const parts = Array.from({ length: 5_000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join("");
  await open(page, "parts.eml", Buffer.from(`Subject: Parts\r\n${parts}`), "message/rfc822");
  assert.match(await refused(page), /parts\.eml.* is an e-mail in a format that cannot be read/);
  const long = "The council of Karlby met on Friday to talk of the bridge.\r\n\r\n".repeat(2_000);
  await open(page, "long.eml", Buffer.from(`Subject: Minutes\r\nContent-Type: text/plain\r\n\r\n${long}`), "message/rfc822");
  await shown(page);
});

test("an e-mail is refused with a message if the e-mail reader cannot be loaded", async (t) => {
  const page = await it.open(t, { tolerate: /Failed to load resource|ERR_FAILED/ });
  await page.route("**/email-*.js", (route) => route.abort());
  await open(page, "latin.eml", fixture("latin.eml"), "message/rfc822");
  assert.match(await refused(page), /latin\.eml.* is an e-mail, but the e-mail reader could not be loaded/);
});

test("the date of one file is not kept for the next", async (t) => {
  const page = await it.open(t);
  await open(page, "story.html", fixture("story.html"), "text/html");
  await shown(page);
  await page.getByRole("button", { name: "New article" }).click();
  await open(page, "ferry.txt", Buffer.from("The council met late on Friday and said nothing."), "text/plain");
  await shown(page);
  assert.equal(await page.locator(".head-day .head-text").textContent(), "When was this published?");
});

test("files without text are refused with a message", async (t) => {
  const page = await it.open(t);
  await drop(page, "none.txt", Buffer.alloc(0));
  assert.match(await refused(page), /none\.txt.* is empty/);
  await drop(page, "large.html", 20 * 2 ** 20);
  assert.match(await refused(page), /20 MB; the limit is 16 MB/);
  await drop(page, "story.docx", Buffer.from("PK\x03\x04…"));
  assert.match(await refused(page), /story\.docx.* is a Word document or a ZIP archive/);
  await drop(page, "blank.html", Buffer.from("<html><body><script>x</script></body></html>"));
  assert.match(await refused(page), /blank\.html.* is empty/);
  await page.evaluate(() => {
    const data = new DataTransfer();
    const folder = new File([], "folder");
    folder.arrayBuffer = () => Promise.reject(new DOMException("A folder", "NotFoundError"));
    data.items.add(folder);
    Object.defineProperty(data, "files", { value: [folder] });
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByText("“folder” is a folder, or a file that cannot be read.").waitFor();
});
