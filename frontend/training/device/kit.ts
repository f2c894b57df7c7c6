/** The kit of a workout: fetched while there is a network, kept for when there is none. */

import type { Kit } from "./kit-types.ts";
import { GUEST } from "./schema.ts";
import type { Store } from "./store.ts";
import type { Surroundings } from "./surroundings.ts";
import { ask, type Body } from "./wire.ts";
import { writing } from "./writing.ts";
import { here } from "../../shared/languages.ts";

export type KitKey = { routine: string } | { workout: string };

interface Kept {
  kit: Kit;
  at: number;
}

const PREFIX = "kit:";
const kits = (): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);

/** A kept kit is not held back longer than this for a fresher one, ms. */
const PATIENCE = 2_000;

/**
 * The server's kit if it comes soon; or the one kept for this workout or routine, or the newest of any. A kit that
 * comes late is kept all the same, and told by `arrived`. With none kept, the network is waited for.
 */
export async function kitFor(
  store: Store,
  account: string,
  around: Surroundings,
  key: KitKey,
  arrived: (name: string) => void,
): Promise<Kit | undefined> {
  const kept = await keptKit(store, key);
  if (kept && !around.online()) return kept;
  const coming = keepFresh(store, account, around, key);
  if (!kept) return coming;
  let late = false;
  const fresh = await Promise.race([coming, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))]);
  if (!fresh) late = true;
  void coming.then((kit) => late && kit && arrived(nameOf(key)));
  return fresh ?? kept;
}

async function keepFresh(store: Store, account: string, around: Surroundings, key: KitKey): Promise<Kit | undefined> {
  const fresh = await fetchKit(account, around, key);
  if (!fresh) return undefined;
  await keep(store, nameOf(key), fresh).catch(() => undefined);
  return fresh;
}

/** A kit is 40 kB: the open workout's, the next one's and a few more. */
const KEPT = 6;

/** Keep the kit of a routine of hers under its own name and that of the site's in whose place it stands. */
export async function keepRoutine(store: Store, account: string, body: Body): Promise<Kit | undefined> {
  if (!isKit(body, account)) return undefined;
  const kit = body as unknown as Kit;
  const names = new Set([kit.routine?.slug, kit.routine?.base].flatMap((slug) => (slug ? [nameOf({ routine: slug })] : [])));
  for (const name of names) await keep(store, name, kit);
  return kit;
}

async function keep(store: Store, name: string, kit: Kit): Promise<void> {
  const tx = writing(await store.db(), ["meta"]);
  await tx.store.put({ name, value: { kit, at: Date.now() } satisfies Kept });
  const all = await tx.store.getAll(kits());
  const old = all.filter((each) => each.name !== name).sort((a, b) => (b.value as Kept).at - (a.value as Kept).at);
  for (const each of old.slice(KEPT - 1)) await tx.store.delete(each.name);
  await tx.done;
}

/** What is kept, without asking anybody. */
export async function keptKit(store: Store, key: KitKey): Promise<Kit | undefined> {
  const db = await store.db();
  const own = (await db.get("meta", nameOf(key)))?.value as Kept | undefined;
  if (own) return own.kit;
  const any = await db.getAll("meta", kits());
  return any.map(({ value }) => value as Kept).sort((a, b) => b.at - a.at)[0]?.kit;
}

function nameOf(key: KitKey): string {
  return "routine" in key ? `${PREFIX}${key.routine}` : `${PREFIX}workout:${key.workout}`;
}

async function fetchKit(account: string, around: Surroundings, key: KitKey): Promise<Kit | undefined> {
  const outcome = await ask(around, addressOf(account, key));
  return outcome.kind === "answer" && isKit(outcome.body, account) ? (outcome.body as unknown as Kit) : undefined;
}

function addressOf(account: string, key: KitKey): string {
  if (account === GUEST) return here("/api/v1/train/kit");
  if ("routine" in key) return `/api/v1/train/kit/mine?routine=${encodeURIComponent(key.routine)}`;
  return `/api/v1/train/workouts/${encodeURIComponent(key.workout)}/kit`;
}

/** Somebody else may have signed in here meanwhile: her kit is not for this screen. */
function isKit(body: Body, account: string): boolean {
  const whose = body["account"] ?? GUEST;
  return whose === account && Array.isArray(body["lines"]) && typeof body["exercises"] === "object";
}
