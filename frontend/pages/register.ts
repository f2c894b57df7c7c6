/**
 * Registers the service worker, and lets a new version in when nobody is in the middle of a workout: while one is
 * open (who.ts keeps its address), the new one waits, and no page is ever reloaded by us.
 */
import { trusted } from "../shared/trusted.ts";
import { bare } from "../shared/languages.ts";

const OPEN = "legday.open";

function workoutIsOpen(): boolean {
  try {
    return localStorage.getItem(OPEN) !== null || bare(location.pathname).startsWith("/train/");
  } catch {
    return true; // nobody knows: waiting costs nothing
  }
}

function welcome(worker: ServiceWorker | null): void {
  if (!worker) return;
  const ready = (): void => {
    if (worker.state !== "installed") return;
    // A worker comes in when the one before it has nothing to do: so neither is given work at that moment.
    worker.postMessage(workoutIsOpen() ? "warm" : "skip-waiting");
  };
  worker.addEventListener("statechange", ready);
  ready();
}

export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(trusted.createScriptURL("/sw.js"), { updateViaCache: "none" });
    registration.addEventListener("updatefound", () => welcome(registration.installing));
    welcome(registration.waiting);
    const { active } = await navigator.serviceWorker.ready;
    // A worker that came in while this page was on its way has not seen it, and would leave it alone for all its life.
    if (!navigator.serviceWorker.controller) active?.postMessage("claim");
    if (!registration.waiting) active?.postMessage("warm");
  } catch {
    // Private windows and forbidden storage: all pages work, but not without a network.
  }
}
