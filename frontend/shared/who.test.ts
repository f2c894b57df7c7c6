/** Who uses this device, as far as pages tell it. */

import { beforeEach, expect, test, vi } from "vitest";
import { guardPage, isLeaving, keepWho, noteOpened } from "./who.ts";

const A = "11111111-1111-4111-8111-111111111111";
const B = "22222222-2222-4222-8222-222222222222";
let kept: Map<string, string>;
let link: { href: string };

beforeEach(() => {
  kept = new Map();
  link = { href: "/train/new/" };
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal("document", { querySelectorAll: () => [link] });
});

function page(dataset: Record<string, string>): HTMLElement {
  return { dataset, hidden: false } as unknown as HTMLElement;
}

function known(): Record<string, string> {
  return Object.fromEntries([...kept].map(([key, value]) => [key.replace("legday.", ""), value]));
}

const member = (account: string): HTMLElement => page({ member: "", account });

test("a member's page says who she is; a session that runs out forgets nothing but that", () => {
  keepWho(member(A));
  noteOpened("/train/1/");
  keepWho(page({ signedOut: "" }));
  expect(known()).toEqual({ account: A, open: "/train/1/", "open-here": "+/train/1/" });
  expect(link.href).toBe("/train/1/");
  keepWho(member(A));
  expect(known()).toMatchObject({ account: A, member: "1", open: "/train/1/" });
});

test("a sign-out forgets the account that was signed out, and no other", () => {
  keepWho(member(A));
  noteOpened("/train/1/");
  keepWho(page({ signedOut: "", left: B }));
  expect(known()).toMatchObject({ account: A, open: "/train/1/" });
  keepWho(page({ signedOut: "", left: A }));
  expect(known()).toEqual({});
});

test("somebody else's page takes the place, without the workout of the one before", () => {
  keepWho(member(A));
  noteOpened("/train/1/");
  keepWho(member(B));
  expect(known()).toEqual({ account: B, member: "1" });
});

test("what a guest begins is marked, what a member begins is not", () => {
  noteOpened("/train/1/");
  expect(known()["guest"]).toBe("1");
  kept.clear();
  keepWho(member(A));
  noteOpened("/train/2/");
  expect(known()["guest"]).toBeUndefined();
});

test("signed out without a signal: her page tells nothing any more, another's does", () => {
  kept.set("legday.leaving", `keep:${A}`);
  keepWho(member(A));
  expect(known()).toEqual({ leaving: `keep:${A}` });
  expect([isLeaving(A), isLeaving(B), isLeaving(undefined)]).toEqual([true, false, false]);
  keepWho(member(B));
  expect(known()).toMatchObject({ account: B });
});

test("the site was told: a page of hers that was on its way is still no page of hers; the sign-in page ends it", () => {
  kept.set("legday.leaving", `told:${A}`);
  keepWho(member(A));
  expect(known()).toEqual({ leaving: `told:${A}` });
  keepWho(page({ signedOut: "" }));
  keepWho(member(A));
  expect(known()).toEqual({ account: A, member: "1" });
});

test("an address of another site never becomes a link", () => {
  for (const bad of ["//evil.example/", "https://evil.example/", "javascript:1"]) {
    kept.set("legday.open", bad);
    keepWho(page({}));
    expect(link.href).toBe("/train/new/");
  }
});

test("a personal page goes with its person: from the back/forward cache, and in another tab", () => {
  const heard: Record<string, (event: object) => void> = {};
  const reload = vi.fn();
  vi.stubGlobal("addEventListener", (type: string, then: (event: object) => void) => (heard[type] = then));
  vi.stubGlobal("location", { reload });
  const hers = member(A);
  keepWho(hers);
  guardPage(hers);
  heard["pageshow"]?.({ persisted: true });
  heard["storage"]?.({ key: "legday.theme" });
  expect(reload).not.toHaveBeenCalled();
  keepWho(page({ signedOut: "", left: A }));
  heard["pageshow"]?.({ persisted: false });
  expect(reload).not.toHaveBeenCalled();
  heard["pageshow"]?.({ persisted: true });
  heard["storage"]?.({ key: "legday.account" });
  expect(reload).toHaveBeenCalledTimes(2);
  expect(hers.hidden).toBe(true);
});
