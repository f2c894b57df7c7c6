/**
 * What was logged on this phone without an account, once somebody is signed in. Who has just signed up takes it along;
 * who signs in is asked, because on a shared phone it may be somebody else's. Nothing waits for the answer.
 */
import { adopt, dropGuestLog, guestLog, type GuestLog } from "../training/device/adopt.ts";
import { openDevice } from "../training/device/index.ts";
import { button, make } from "../shared/elements.ts";
import { remember } from "../shared/stored.ts";
import { GUEST_LOG, noteOpened, pointStarts } from "../shared/who.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";
import { amountOf, setsIn, workoutsIn } from "./amounts.ts";
import { link, messages, notice } from "./notices.ts";
import { here } from "../shared/languages.ts";

/** How long the page waits to say whether it is sent already, ms. */
const PATIENCE = 5_000;

/** `joined`: the page after signing up. Resolves when the log is taken over, or when she has been asked. */
export async function receiveGuest(account: string, joined: boolean): Promise<void> {
  let log = await guestLog();
  // Another account's adoption broke off here: what is promised goes there, and the rest is asked about.
  if (log.promised !== undefined && log.promised !== account) {
    await adopt(log.promised);
    log = await guestLog();
  }
  if (joined || log.promised === account) await takeOver(account, log);
  else if (log.workouts + log.sets > 0) ask(account, log);
  else remember(GUEST_LOG, undefined);
}

/** All of it into the account, and a word on where it is now. */
async function takeOver(account: string, log: GuestLog): Promise<void> {
  await adopt(account);
  remember(GUEST_LOG, undefined);
  if (log.open) noteOpened(here(`/train/${log.open}/`));
  pointStarts();
  if (log.workouts === 0) return;
  const more = [link(gettext("Workouts"), here("/workouts/"))];
  if (log.open) more.unshift(link(gettext("Resume workout"), here(`/train/${log.open}/`)));
  notice(taken(log.workouts, await sent(account)), ...more);
}

function taken(workouts: number, isSent: boolean): string {
  const words = isSent
    ? ngettext("%(n)s workout from this phone is in your account now.", "%(n)s workouts from this phone are in your account now.", workouts)
    : ngettext(
        "%(n)s workout from this phone is yours now, and is sent to your account as soon as there is a signal.",
        "%(n)s workouts from this phone are yours now, and are sent to your account as soon as there is a signal.",
        workouts,
      );
  return fill(words, { n: workouts });
}

async function sent(account: string): Promise<boolean> {
  const device = await openDevice(account);
  try {
    await Promise.race([device.sync(), new Promise((done) => setTimeout(done, PATIENCE))]);
    return (await device.waiting()) === 0;
  } catch {
    return false;
  } finally {
    device.close();
  }
}

function ask(account: string, log: GuestLog): void {
  if (document.querySelector("[data-devices]")) return; // that page asks in its own place
  const box = make("section", { class: "msg ask", "aria-labelledby": "guest-log", "data-guest-log": "" });
  const away = (): void => {
    box.remove();
    document.dispatchEvent(new Event("guest-log"));
  };
  const leave = button(gettext("Leave them on this phone"), "btn line small", () => {
    remember(GUEST_LOG, `left:${account}`);
    away();
  });
  const row = answers(account, log, away);
  row.lastElementChild?.before(leave);
  box.append(question(log), row);
  messages().append(box);
}

function question(log: GuestLog): HTMLElement {
  return make("p", { id: "guest-log" }, found(log));
}

export function found(log: GuestLog): string {
  return fill(gettext("Workouts were logged on this phone without an account: %(amount)s."), { amount: amountOf(log) });
}

/** To take the log over, or to delete it; on the page of devices they stay. `away` is called when it is done. */
export function answers(account: string, log: GuestLog, away: () => void): HTMLElement {
  const row = make("div", { class: "row" });
  const add = button(gettext("Add them to your account"), "btn small", () => {
    for (const each of row.querySelectorAll("button")) each.disabled = true;
    void takeOver(account, log).then(away, () => row.replaceChildren(make("p", {}, gettext("That did not work. Load the page again."))));
  });
  row.append(add, button(gettext("Delete them"), "btn line small", () => confirmDrop(log, row, away)));
  return row;
}

/** There is no way back from this one, so it is asked twice. */
function confirmDrop(log: GuestLog, row: HTMLElement, away: () => void): void {
  const sure = make("div", { class: "row", role: "group", "aria-labelledby": "guest-log-sure" });
  const amount = { workouts: workoutsIn(log.workouts), sets: setsIn(log.sets) };
  const words = make("p", { id: "guest-log-sure" }, fill(gettext("%(workouts)s and %(sets)s are nowhere but on this phone. Once deleted, nobody can bring them back."), amount));
  const back = button(gettext("Do not delete"), "btn small", () => {
    sure.replaceWith(row);
    row.querySelector("button")?.focus();
  });
  const drop = button(fill(gettext("Delete %(sets)s"), amount), "btn line small", () => {
    remember(GUEST_LOG, undefined);
    void dropGuestLog().then(away, away);
  });
  sure.append(words, back, drop);
  row.replaceWith(sure);
  back.focus();
}
