/** What the browser can be asked for: not to evict the log, and to wake the service worker when there is a signal. */

export const SYNC_TAG = "legday-push";

/** Ask that the log survives when space runs short. Some browsers ask the person, so only once there is a set to lose. */
export async function askToPersist(): Promise<boolean> {
  const storage = typeof navigator === "undefined" ? undefined : navigator.storage;
  if (!storage?.persist) return false;
  return (await storage.persisted()) || storage.persist();
}

interface SyncRegistration {
  sync?: { register(tag: string): Promise<void> };
}

/** Background Sync, where there is one. */
export async function wakeLater(): Promise<void> {
  if (typeof navigator === "undefined" || !navigator.serviceWorker?.controller) return;
  const registration = (await navigator.serviceWorker.ready) as SyncRegistration;
  await registration.sync?.register(SYNC_TAG);
}
