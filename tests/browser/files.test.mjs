// Files dropped on the page or opened.
import assert from "node:assert/strict";
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

test("a PDF is refused in words", async (t) => {
  const page = await it.open(t);
  await drop(page, "ferry.pdf", Buffer.from("%PDF-1.7\n…"));
  assert.match(await refused(page), /ferry\.pdf.* is a PDF, not plain text/);
});

test("17 MB are refused in words", async (t) => {
  const page = await it.open(t);
  await drop(page, "archive.txt", 17 * 2 ** 20);
  assert.match(await refused(page), /17 MB; 16 MB is the most/);
});

test("an empty file is refused in words", async (t) => {
  const page = await it.open(t);
  await drop(page, "nothing.txt", Buffer.from(" \n"));
  assert.match(await refused(page), /nothing\.txt.* is empty/);
});

test("a binary file is refused in words", async (t) => {
  const page = await it.open(t);
  await drop(page, "thing.bin", Buffer.from([0, 1, 2, 3, 0, 65, 66]));
  assert.match(await refused(page), /does not look like a text file/);
});
