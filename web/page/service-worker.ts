// Keeps a copy of the whole page, so that it works offline after the first visit, and so that an open page gets the files
// of its own release for as long as it is open, whatever the server has meanwhile.
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";

declare const MANIFEST: { url: string; revision: string | null; integrity: string }[];

/** What TypeScript does not know of a service worker's global scope when it reads it beside a page. */
interface Scope extends EventTarget {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(options: { type: "window" }): Promise<unknown[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}
interface FetchEvent extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<void>): void;
}
const scope = self as unknown as Scope;

addPlugins([
  {
    // What the visit has just fetched is asked for again only if it has changed since.
    requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }),
    // The copy is gone, and cannot be made again: the storage is full, or the server has another release. The page's own
    // checks find out which. An installation, however, must fail.
    handlerDidError: async ({ request, event }) => (event.type === "fetch" ? fetch(request) : undefined),
  },
]);

// A new release waits until no page of the old one is left. Whoever reloads the only page has none left; whoever opens a
// second one has.
scope.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.mode === "navigate" && scope.registration.waiting) (event as FetchEvent).respondWith(openNewest(request));
});
scope.addEventListener("message", ({ data }: Event & { data?: unknown }) => {
  if (data === "activate") void scope.skipWaiting();
});

async function openNewest(request: Request): Promise<Response> {
  const pages = await scope.clients.matchAll({ type: "window" });
  // The page that asks is not yet among them; one that is reloaded still is.
  const reloads = request.cache !== "default";
  if (pages.length <= (reloads ? 1 : 0) && scope.registration.waiting) {
    scope.registration.waiting.postMessage("activate");
    // Without an icon of its own, the browser would ask for one.
    const empty = '<!doctype html><title>Lede</title><link rel="icon" href="data:,">';
    return new Response(empty, { headers: { "content-type": "text/html", refresh: "0" } });
  }
  const url = new URL(request.url);
  const file = url.pathname.endsWith("/") ? new URL("index.html", url).href : url.href;
  return (await matchPrecache(file)) ?? fetch(request);
}

cleanupOutdatedCaches();
precacheAndRoute(MANIFEST);
// The first page of a visit is not yet under a service worker's control.
scope.addEventListener("activate", (event) => (event as ExtendableEvent).waitUntil(scope.clients.claim()));
