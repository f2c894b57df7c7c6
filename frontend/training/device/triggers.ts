/** When to try again without being asked: a signal, a glance at the page, somebody signing in next door. */

export interface Triggered {
  wake(): void;
  leave(): void;
}

type Target = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/** What other tabs write when somebody signs in: the same account again changes the second alone. */
const SIGNED_IN = new Set(["legday.account", "legday.member"]);

/** Listens until the returned function is called. Does nothing where there is no page. */
export function listen(device: Triggered): () => void {
  const page = typeof document === "undefined" ? undefined : document;
  const ends = [
    on(globalThis, "online", () => device.wake()),
    on(globalThis, "pageshow", () => device.wake()),
    on(globalThis, "pagehide", () => device.leave()),
    on(globalThis, "storage", (event) => SIGNED_IN.has((event as StorageEvent).key ?? "") && device.wake()),
    on(page, "visibilitychange", () => page?.visibilityState === "visible" && device.wake()),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function on(target: Partial<Target> | undefined, type: string, then: (event: Event) => void): () => void {
  target?.addEventListener?.(type, then);
  return () => target?.removeEventListener?.(type, then);
}
