/** Which address is what to the service worker, in each language. Pure, so that it is tested without one. */
import { bare, prefixOf } from "../../shared/languages.ts";

export const SHELLS = { gym: "/offline/train/", today: "/offline/today/", other: "/offline/" } as const;

/** Public pages by how their paths begin. Those with a query string are searches, and not kept. */
const PUBLIC = ["/routines/", "/exercises/", "/anatomy/", "/faq/", "/method/", "/privacy/"];
const UUID = /^\/train\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\/$/;

export type Place = "gym" | "today" | "kept" | "other" | "server";

/** What a navigation to `url` (of our own origin) is answered with. */
export function placeOf(url: URL): Place {
  const { searchParams } = url;
  const pathname = bare(url.pathname);
  if (UUID.test(pathname)) return "gym";
  // Another day is typed into the plain form; a new workout begins on the device.
  if (pathname === "/train/new/") return searchParams.has("past") ? "other" : "gym";
  if (pathname === "/today/") return "today";
  if (url.search === "" && (pathname === "/" || PUBLIC.some((start) => pathname.startsWith(start)))) return "kept";
  // What the machine room answers is its own business, errors included.
  if (pathname.startsWith("/admin/") || pathname.startsWith("/api/") || pathname.startsWith("/static/")) return "server";
  return "other";
}

/** The page that stands in for one of `url`'s, in its language. */
export function shellOf(shell: keyof typeof SHELLS, url: URL): string {
  return prefixOf(url.pathname) + SHELLS[shell];
}

/** Whether the server says that this answer is the same for everybody: else it is never kept. */
export function isPublicAnswer(response: Pick<Response, "status" | "type" | "redirected" | "headers">): boolean {
  const caching = response.headers.get("Cache-Control") ?? "";
  return response.status === 200 && response.type === "basic" && !response.redirected && /\bpublic\b/.test(caching);
}
