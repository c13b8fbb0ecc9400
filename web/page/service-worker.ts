// Keeps a copy of the whole page, so that it works offline after the first visit.
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

declare const MANIFEST: { url: string; revision: string | null }[];

// What the visit has just fetched is asked for again only if it has changed since.
addPlugins([{ requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) }]);
cleanupOutdatedCaches();
precacheAndRoute(MANIFEST);

addEventListener("install", () => void (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting());
