/** What the device takes from the browser, in one place, so that tests can give it another one. */

export interface Surroundings {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Between 0 and 1, for jitter. */
  random(): number;
  online(): boolean;
  /** Runs `work` alone in the whole browser. */
  alone(name: string, work: () => Promise<void>): Promise<void>;
  broadcast(name: string): BroadcastChannel | undefined;
}

export const browser: Surroundings = {
  fetch: (path, init) => fetch(path, init),
  random: () => Math.random(),
  online: () => typeof navigator === "undefined" || navigator.onLine !== false,
  alone: async (name, work) => {
    // A worker or page without locks can only be alone by itself; double sending harms nothing.
    if (typeof navigator === "undefined" || !navigator.locks) return work();
    await navigator.locks.request(name, work);
  },
  broadcast: (name) => (typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name)),
};
