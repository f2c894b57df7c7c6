/** Settings → Devices: what this one holds. The list of the others is the server's. */
import { guestLog } from "../training/device/adopt.ts";
import { openDevice, type Attention, type Device } from "../training/device/index.ts";
import { unsentOfOthers } from "../training/device/leave.ts";
import { button, make } from "../shared/elements.ts";
import { gettext } from "../shared/words.ts";
import { guestIsHere } from "./guest-here.ts";
import { answers, found } from "./guests.ts";
import { waiting } from "./phone-words.ts";
import { here } from "../shared/languages.ts";

export async function showDevice(box: HTMLElement, account: string): Promise<void> {
  const device = await openDevice(account);
  const rows = make("dl", { class: "dl" });
  const draw = async (): Promise<void> => {
    rows.replaceChildren(await queue(device), ...(await refused(device)), await storage());
  };
  await draw();
  device.subscribe(() => void draw());
  const more = make("dl", { class: "dl" }, ...(await others(account)), ...(await guests(account)));
  box.append(rows, more);
  await markThis(device);
}

function row(term: string, ...said: (Node | string)[]): HTMLElement {
  return make("div", {}, make("dt", {}, term), make("dd", {}, ...said));
}

async function queue(device: Device): Promise<HTMLElement> {
  const term = gettext("Sets that wait");
  const sets = await device.waiting();
  if (sets === 0) return row(term, gettext("None: all that you logged here is in your account."));
  const press = button(gettext("Send now"), "btn line small", () => void device.sync());
  return row(term, make("p", { role: "status" }, `${waiting(sets)}. ${obstacle(device)}`), press);
}

/** Why they wait, as far as is known. */
function obstacle(device: Device): string {
  const { phase, problem } = device.status();
  if (phase === "offline") return gettext("There is no signal.");
  if (phase === "other-account") return gettext("Somebody else is signed in.");
  if (phase === "signed-out") return gettext("You are signed out: sign in to send them.");
  return phase === "waiting" ? (problem?.detail ?? "") : "";
}

async function refused(device: Device): Promise<HTMLElement[]> {
  const entries = await device.attention();
  if (entries.length === 0) return [];
  const list = make("ul", {});
  for (const entry of entries) list.append(await refusal(device, entry));
  return [row(gettext("Needs attention"), list)];
}

/** It is mended in its workout, where the head of the screen leads to it. */
async function refusal(device: Device, { id, mutation, problem }: Attention): Promise<HTMLElement> {
  const workout = await workoutOf(device, mutation.row);
  const item = make("li", {}, make("p", {}, make("b", {}, problem.title), ` ${problem.detail}`));
  const acts = make("div", { class: "row" });
  if (workout) acts.append(make("a", { class: "link", href: here(`/train/${workout}/`) }, gettext("Open its workout")));
  acts.append(button(gettext("Drop it"), "link", () => void device.dropAttention(id)));
  item.append(acts);
  return item;
}

async function workoutOf(device: Device, id: string): Promise<string | undefined> {
  let seen = await device.row(id);
  while (seen && seen.kind !== "workout") {
    const parent = seen.fields["performed"] ?? seen.fields["workout"];
    seen = typeof parent === "string" ? await device.row(parent) : undefined;
  }
  return seen?.id;
}

async function storage(): Promise<HTMLElement> {
  const term = gettext("How long this browser keeps your log");
  const manager = navigator.storage;
  if (!manager?.persisted) return row(term, gettext("The browser does not say. What has been sent is safe in your account."));
  if (await manager.persisted()) return row(term, gettext("Until you clear it yourself, even when space runs short."));
  const words = make("p", {}, gettext("The browser may clear it when space runs short, or when you stay away for weeks. What has been sent is safe in your account."));
  const ask = button(gettext("Ask the browser to keep it"), "btn line small", () => {
    void manager.persist().then((isKept) => {
      ask.remove();
      words.textContent = isKept ? gettext("Until you clear it yourself, even when space runs short.") : gettext("The browser has not promised to keep it. It may do so once Legday is on your home screen or in your bookmarks.");
    });
  });
  return row(term, words, ask);
}

async function others(account: string): Promise<HTMLElement[]> {
  const { changes } = await unsentOfOthers(account);
  if (changes === 0) return [];
  const words = gettext("Sets of another account wait on this phone. They are closed to you, and are sent when their owner signs in here again.");
  return [row(gettext("Of somebody else"), words)];
}

async function guests(account: string): Promise<HTMLElement[]> {
  if (!(await guestIsHere())) return [];
  const log = await guestLog();
  if (log.workouts + log.sets === 0) return [];
  const shown: HTMLElement = row(gettext("Without an account"), make("p", {}, found(log)), answers(account, log, () => shown.remove()));
  return [shown];
}

async function markThis(device: Device): Promise<void> {
  const client = await device.getMeta<string>("client");
  for (const item of document.querySelectorAll<HTMLElement>("[data-client]")) {
    if (item.dataset["client"] === client) item.append(make("b", {}, gettext("This one")));
  }
}
