/**
 * Signing out. The device forgets first, then the server is told, because only the first can be done without a signal.
 *
 * Signed out without a network means: the databases and what is remembered here are gone (but for unsent sets that
 * were to be kept, which open for nobody but their owner), every page shows itself as to a stranger, and a mark is left
 * to tell the server. The session's cookie is out of a script's reach; until the server was told it would still be
 * good. So no page of the server's is shown while the mark is there (theme.ts): the first one that comes ends the
 * session instead.
 */
import { holds, leave, type Parting } from "../training/device/leave.ts";
import { recall, remember } from "../shared/stored.ts";
import { LEAVING } from "../shared/who.ts";
import { gettext } from "../shared/words.ts";
import { notice } from "./notices.ts";
import { here } from "../shared/languages.ts";

const LOGOUT = here("/accounts/logout/");
const SESSION = "/api/v1/session";
/** Another tab that does not let go of the database holds nobody up: the next page clears it. */
const CLEARING_MS = 4_000;
const ANSWER_MS = 8_000;
const AGAIN_MS = 3_000;

/** Forget the account here, end its session, and go to where nobody is signed in. */
export async function signOut(account: string, parting: Exclude<Parting, "send">): Promise<void> {
  remember(LEAVING, `${parting}:${account}`);
  await clear(account, parting);
  location.replace((await endSession(account)) ? LOGOUT : here("/"));
}

/** A page finds the mark: do what is left of it. */
export async function finishLeaving(): Promise<void> {
  const [parting, account] = (recall(LEAVING) ?? "").split(":");
  const { account: shown, signedOut } = document.documentElement.dataset;
  const isHers = shown === account;
  if (!account || (parting === "told" && !isHers)) return;
  await clear(account, parting === "delete" ? "delete" : "keep");
  if (await endSession(account)) {
    if (isHers) location.replace(LOGOUT);
    else told(account, signedOut !== undefined);
  } else if (isHers) {
    location.replace(here("/"));
  } else {
    notice(gettext("You are signed out on this phone. The site is told as soon as there is a signal."));
    tellLater(account);
  }
}

/** At once when there is a signal again; and now and then, for that event may have come while nobody listened. */
function tellLater(account: string): void {
  let isOver = false;
  const attempt = async (): Promise<void> => {
    if (isOver || !navigator.onLine) return;
    isOver = await endSession(account);
    if (!isOver) return;
    clearInterval(timer);
    told(account, false);
  };
  const timer = setInterval(() => void attempt(), AGAIN_MS);
  addEventListener("online", () => void attempt());
}

/** A page that was on its way while the session ended may still come: the mark stays until a page says nobody is signed in. */
function told(account: string, isSure: boolean): void {
  remember(LEAVING, isSure ? undefined : `told:${account}`);
}

/** The page after a sign-out in which this script had no part, such as the admin's; `isGone`: after the account was deleted. */
export async function clearAfter(account: string, isGone = false): Promise<void> {
  const parting = isGone || recall(LEAVING)?.startsWith("delete:") ? "delete" : "keep";
  if (await holds(account)) await clear(account, parting);
  remember(LEAVING, undefined);
}

async function clear(account: string, parting: "keep" | "delete"): Promise<void> {
  const cleared = leave(parting, account).catch(() => undefined);
  await Promise.race([cleared, new Promise((done) => setTimeout(done, CLEARING_MS))]);
}

/** Whether nobody, or somebody else, is signed in now. */
async function endSession(account: string): Promise<boolean> {
  try {
    const answer = await fetch(SESSION, { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(ANSWER_MS) });
    const session = (await answer.json()) as { account?: string | null; csrf?: string };
    if (!answer.ok || session.account === undefined) return false;
    if (session.account === account && !(await post(session.csrf ?? ""))) return false;
  } catch {
    return false; // no signal, or a page that is not ours
  }
  return true;
}

/** The answer is a redirect, which a script may not look into: it is one, or it failed. */
async function post(csrf: string): Promise<boolean> {
  const headers = { "X-CSRFToken": csrf };
  const answer = await fetch(LOGOUT, { method: "POST", headers, redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS) });
  return answer.type === "opaqueredirect";
}
