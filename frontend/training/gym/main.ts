/** The gym screen's entry: the path says which workout, the device has it. */
import { SITE_ROUTINE } from "../begin.ts";
import { knownAccount, openLog, type Device } from "../device/index.ts";
import { keptKit } from "../device/kit.ts";
import { render } from "lit";
import { askAnew, isTimer, takeUpRest } from "./commands/rest.ts";
import { rememberOpen } from "./commands/workout.ts";
import { Gym } from "./gym.ts";
import { painted } from "./painted.ts";
import { keepAwake } from "./wake.ts";
import { claimed, closeWithAccount } from "./whose.ts";
import "./views/dock.ts";
import "./views/head.ts";
import "./views/lift.ts";
import "./views/rest.ts";
import "./views/sheet.ts";
import { broken, GymScreen } from "./views/screen.ts";
import { showStart } from "./views/start.ts";
import { bare } from "../../shared/languages.ts";

/** How long the server is waited for before the screen says that a workout is not here. */
const PATIENCE_MS = 8000;

const root = document.getElementById("gym");
if (root) void open(root);

async function open(root: HTMLElement): Promise<void> {
  let device: Device;
  try {
    device = await openLog();
  } catch {
    root.replaceChildren();
    render(broken(), root);
    return;
  }
  closeWithAccount(device);
  // The service worker serves this page for other addresses: the location is the truth.
  const id = /^\/train\/([0-9a-f-]{36})\//i.exec(bare(location.pathname))?.[1]?.toLowerCase();
  if (id) await show(root, device, id);
  else {
    void painted().then(() => device.start());
    await showStart(root, device, new URLSearchParams(location.search).get("routine") ?? "");
  }
}

async function show(root: HTMLElement, device: Device, id: string): Promise<void> {
  const gym = new Gym(device, id);
  const screen = new GymScreen();
  screen.gym = gym;
  await gym.takeUp();
  await gym.refresh(await keptKit(device.store, { workout: id }));
  root.replaceChildren(screen);
  follow(gym);
  await Promise.all([takeUpRest(gym), gym.refreshRest(), painted()]);
  device.want(id);
  device.start();
  if (!gym.session && (await claimed(device, id))) await gym.refresh();
  if (gym.session) rememberOpen(gym);
  else await fetching(gym);
  keepAwake(() => gym.session !== undefined && gym.session.finished === null && !gym.session.discarded);
  await freshKit(gym);
}

/** Rows, what waits, and the kit change under the screen: another tab, an answer of the server. */
function follow(gym: Gym): void {
  gym.device.subscribe((event) => {
    if (event.type === "status") {
      gym.status = event.status;
      gym.changed();
    } else if (event.type === "rows") {
      void gym.refresh().then(() => gym.refreshRest());
    } else if (event.type !== "meta") return;
    else if (isTimer(event.name)) void gym.refresh().then(() => takeUpRest(gym));
    else if (event.name.startsWith("kit:")) void keptKit(gym.device.store, { workout: gym.id }).then((kit) => gym.refresh(kit));
  });
  document.addEventListener("visibilitychange", askAnew);
  // A page from the back/forward cache has slept through all of that.
  addEventListener("pageshow", (event) => {
    if (event.persisted && knownAccount() === gym.device.account) void gym.refresh().then(() => takeUpRest(gym));
  });
}

/** A workout of this account that this phone has not seen: the next pull may bring it. */
async function fetching(gym: Gym): Promise<void> {
  if (gym.device.account === "guest" || !navigator.onLine) {
    gym.phase = "missing";
    gym.changed();
    return;
  }
  setTimeout(() => void stillMissing(gym), PATIENCE_MS);
}

async function stillMissing(gym: Gym): Promise<void> {
  if (gym.session) return;
  // On a slow line the whole log takes its time: while it comes, so may this workout.
  if (navigator.onLine && (await gym.device.isFilling())) {
    setTimeout(() => void stillMissing(gym), PATIENCE_MS);
    return;
  }
  gym.phase = "missing";
  gym.changed();
}

/** Of a workout that the server does not know yet, the kit of its routine is as fresh as can be. */
async function freshKit(gym: Gym): Promise<void> {
  const { known, routine } = gym.session ?? { known: true, routine: null };
  const kit = await gym.device.kit(known ? { workout: gym.id } : { routine: routine ?? SITE_ROUTINE });
  if (kit) await gym.refresh(kit);
}
