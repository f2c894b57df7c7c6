/** Addresses by language: English has none of its own, each other one a prefix (legday/languages.py knows the same). */

export const PREFIXED = ["de"];
const PREFIX = new RegExp(`^/(?:${PREFIXED.join("|")})(?=/)`);

/** The prefix of a path, "" in English. */
export function prefixOf(path: string): string {
  return PREFIX.exec(path)?.[0] ?? "";
}

/** The path without its language. */
export function bare(path: string): string {
  return path.slice(prefixOf(path).length);
}

/** The language of this page. */
export function language(): string {
  // A service worker has no document.
  const lang = (globalThis.document as Document | undefined)?.documentElement?.lang ?? "";
  return PREFIXED.includes(lang) ? lang : "en";
}

/** One of our pages in the language of this one. */
export function here(path: string): string {
  return language() === "en" ? path : `/${language()}${path}`;
}
