/**
 * The service worker: what opens without a network. It keeps public pages, shells without data, scripts and styles,
 * and nothing that belongs to somebody: her log is in IndexedDB, which pages read themselves.
 *
 * `self.legday` stands in the first line of /sw.js, which a Django view writes from Vite's manifest.
 */
import { clientsClaim } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";
import { sendWaiting, SYNC_TAG } from "../../training/device/background.ts";
import { prefixOf } from "../../shared/languages.ts";
import { isPublicAnswer, placeOf, shellOf, type Place } from "./places.ts";

/** Background Sync, which TypeScript's own library does not know yet. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

interface Told {
  build: string;
  /** By language. */
  kit: Record<string, string>;
  pages: Record<string, string[]>;
  precache: PrecacheEntry[];
}
declare const self: ServiceWorkerGlobalScope & { legday: Told };

const { build, kit, pages, precache } = self.legday;
// Pages name styles and scripts of their own build, so each build keeps its own pages.
const PAGES = `legday-pages-${build}`;
/** Seconds after which a page comes from the cache, if it is there. */
const PATIENCE = 3;
/** Seconds after which a signal that brings nothing counts as none. */
const LONG = 12;
const AT_ONCE = 4;

precacheAndRoute(precache);
cleanupOutdatedCaches();
clientsClaim();

const keeping = new NetworkFirst({
  cacheName: PAGES,
  networkTimeoutSeconds: PATIENCE,
  plugins: [
    { cacheWillUpdate: async ({ response }) => (isPublicAnswer(response) ? response : null) },
    new ExpirationPlugin({ maxEntries: 150, purgeOnQuotaError: true }),
  ],
});

function onNavigation(place: Place, answer: (request: Request, event: ExtendableEvent) => Promise<Response>): void {
  registerRoute(
    ({ request, sameOrigin, url }) => request.mode === "navigate" && sameOrigin && placeOf(url) === place,
    ({ request, event }) => answer(request, event),
  );
}

// One page without data for every workout: it opens at once, whatever the signal is like.
onNavigation("gym", async (request) => (await matchPrecache(shellOf("gym", new URL(request.url)))) ?? fetch(request));
onNavigation("kept", (request, event) => keeping.handle({ request, event }).catch(() => shell("other", request)));
onNavigation("today", (request) => fetch(request, { signal: AbortSignal.timeout(LONG * 1000) }).catch(() => shell("today", request)));
onNavigation("other", (request) => fetch(request).catch(() => shell("other", request)));
registerRoute(({ sameOrigin, url }) => sameOrigin && Object.values(kit).includes(url.pathname), keeping);

async function shell(name: Parameters<typeof shellOf>[0], request: Request): Promise<Response> {
  return (await matchPrecache(shellOf(name, new URL(request.url)))) ?? Response.error();
}

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldPages());
});

async function dropOldPages(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith("legday-pages-") && name !== PAGES);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Pages ask for what takes time or must wait: see `../register.ts`. */
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") void self.skipWaiting();
  if (event.data === "claim") event.waitUntil(self.clients.claim());
  if (event.data === "warm") event.waitUntil(warm(languageOf(event.source)));
});

// A bonus where a browser has it: what waits is sent though no page is open.
self.addEventListener("sync", (event) => {
  const { tag } = event as SyncEvent;
  if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(sendWaiting());
});

/** The language of the page that asked. */
function languageOf(source: ExtendableMessageEvent["source"]): string {
  const prefix = source && "url" in source ? prefixOf(new URL(source.url).pathname) : "";
  return prefix.slice(1) || "en";
}

/** Fetches the pages of a language that are not kept yet, a few at a time; what fails is fetched when somebody opens it. */
async function warm(language: string): Promise<void> {
  const cache = await caches.open(PAGES);
  const wanted = [kit[language], ...(pages[language] ?? [])].filter((path) => path !== undefined);
  const next = async (): Promise<void> => {
    for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
      if (await cache.match(path)) continue;
      const response = await fetch(path, { credentials: "omit" }).catch(() => undefined);
      if (response && isPublicAnswer(response)) await cache.put(path, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
