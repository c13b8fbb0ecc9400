// A server that can send faulty files of the package.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { root } from "../../scripts/lib/run.mjs";

const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const blank = readFileSync(join(root, "tests/browser/fixtures/blank.html"));

/**
 * Serves dist/package, and an empty page at blank.html.
 * `faults` maps a file name to a function that answers instead: (response, bytes) => void.
 */
export async function faultyServer() {
  const faults = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1);
    asked.push(name);
    response.setHeader("cache-control", "no-store");
    response.setHeader("content-type", types[extname(name)] ?? "text/plain");
    let bytes = blank;
    try {
      if (name !== "blank.html") bytes = readFileSync(join(root, "dist/package", name));
    } catch {
      response.statusCode = 404;
    }
    const fault = faults.get(name);
    if (fault) fault(response, bytes);
    else response.end(bytes);
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  return {
    address: `http://localhost:${server.address().port}/`,
    faults,
    asked,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
