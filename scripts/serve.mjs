// A static file server. On its own: node scripts/serve.mjs [FOLDER] [PORT]
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./lib/run.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};
const reloader = `new EventSource("/.reload").onmessage = () => location.reload();`;

/**
 * Serves a folder on localhost, at the given port or the next free one.
 * @param {string} folder relative to the checkout, or absolute
 * @param {{port?: number, base?: string, live?: boolean, headers?: Record<string, string>, onRequest?: (path: string) => void}} options
 *   base: a path prefix, as on a host with several sites; live: pages reload when reload() is called;
 *   headers: added to every response; onRequest: called with the path of every request
 * @returns {Promise<{address: string, reload(): void, close(): Promise<void>}>}
 */
export async function serve(folder, { port = 4173, base = "/", live = false, headers = {}, onRequest = () => {} } = {}) {
  const top = resolve(root, folder);
  const watching = new Set();

  const server = createServer((request, response) => {
    const answer = (status, type, body = "") => {
      response.writeHead(status, { "content-type": type, "cache-control": "no-cache", "x-content-type-options": "nosniff", ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, types[".txt"], "GET only\n");
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return answer(400, types[".txt"], "Bad address\n");
    }
    onRequest(path);
    if (live && path === "/.reload") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
      watching.add(response);
      request.on("close", () => watching.delete(response));
      return;
    }
    if (live && path === "/.reload.js") return answer(200, types[".js"], reloader);
    if (!path.startsWith(base)) return answer(404, types[".txt"], "Not found\n");
    const file = fileAt(join(top, normalize(`/${path.slice(base.length)}`)));
    if (!file || !(file.path === top || file.path.startsWith(top + sep))) return answer(404, types[".txt"], "Not found\n");

    const type = types[extname(file.path)] ?? "application/octet-stream";
    const tag = `"${file.size.toString(36)}-${Math.floor(file.time).toString(36)}"`;
    if (!live && request.headers["if-none-match"] === tag) {
      response.writeHead(304, { etag: tag, "cache-control": "no-cache", ...headers });
      return response.end();
    }
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache", etag: tag, "x-content-type-options": "nosniff", ...headers,
      ...(live ? {} : { "content-length": file.size }) });
    if (request.method === "HEAD") return response.end();
    const stream = createReadStream(file.path);
    stream.on("error", () => response.destroy());
    if (live && type === types[".html"]) {
      stream.on("end", () => response.end('<script src="/.reload.js"></script>'));
      stream.pipe(response, { end: false });
    } else stream.pipe(response);
  });

  const bound = await listen(server, port);
  return {
    address: `http://localhost:${bound}${base}`,
    reload: () => watching.forEach((response) => response.write("data: now\n\n")),
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

function fileAt(path) {
  try {
    const entry = statSync(path);
    return entry.isDirectory() ? fileAt(join(path, "index.html")) : { path, size: entry.size, time: entry.mtimeMs };
  } catch {
    return undefined;
  }
}

async function listen(server, port) {
  for (let attempt = port; attempt < port + 100; attempt++) {
    const taken = await new Promise((done, fail) => {
      const failed = (error) => (error.code === "EADDRINUSE" ? done(true) : fail(error));
      server.once("error", failed);
      server.listen(attempt, "localhost", () => {
        server.off("error", failed);
        done(false);
      });
    });
    if (!taken) return server.address().port;
  }
  throw new Error(`no free port from ${port} to ${port + 99}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { address } = await serve(process.argv[2] ?? "dist/site", { port: Number(process.argv[3] ?? 4173) });
  console.log(`${address}   (Ctrl+C stops it)`);
}
