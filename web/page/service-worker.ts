// Keeps a copy of the whole page, so that it works offline after the first visit and an open page always gets the files
// of its own release, even if the server has a newer one.
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";

declare const MANIFEST: { url: string; revision: string | null; integrity: string }[];

/** Types of a service worker's global scope, which TypeScript does not provide together with those of a page. */
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
    // Files that the visit has just fetched are revalidated, not downloaded again.
    requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }),
    // The copy is gone and cannot be restored, because storage is full or the server has another release. The page's own
    // checks find out which. An installation must fail.
    handlerDidError: async ({ request, event }) => (event.type === "fetch" ? fetch(request) : undefined),
  },
]);

// A new release waits until no page of the old one is open. Reloading the only page counts as closing it; opening a second
// page does not.
scope.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.mode === "navigate" && scope.registration.waiting) (event as FetchEvent).respondWith(openNewest(request));
});
scope.addEventListener("message", ({ data }: Event & { data?: unknown }) => {
  if (data === "activate") void scope.skipWaiting();
});

async function openNewest(request: Request): Promise<Response> {
  const pages = await scope.clients.matchAll({ type: "window" });
  // The list does not yet contain the page that is loading, but does contain one that is being reloaded.
  const reloads = request.cache !== "default";
  if (pages.length <= (reloads ? 1 : 0) && scope.registration.waiting) {
    scope.registration.waiting.postMessage("activate");
    // Without an icon, the browser would request one.
    const empty = '<!doctype html><title>Lede</title><link rel="icon" href="data:,">';
    return new Response(empty, { headers: { "content-type": "text/html", refresh: "0" } });
  }
  const url = new URL(request.url);
  const file = url.pathname.endsWith("/") ? new URL("index.html", url).href : url.href;
  return (await matchPrecache(file)) ?? fetch(request);
}

cleanupOutdatedCaches();
precacheAndRoute(MANIFEST);
// The first page of a visit is not yet controlled by a service worker.
scope.addEventListener("activate", (event) => (event as ExtendableEvent).waitUntil(scope.clients.claim()));
