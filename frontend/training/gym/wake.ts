/** The screen stays on while a workout is open: a lock that the browser takes back whenever the page is hidden. */

export function keepAwake(isWanted: () => boolean): void {
  if (!("wakeLock" in navigator)) return; // the screen sleeps as it always does; nothing is lost by it
  let lock: WakeLockSentinel | undefined;
  const take = async (): Promise<void> => {
    if (document.visibilityState !== "visible" || !isWanted() || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      // A low battery may forbid it.
    }
  };
  document.addEventListener("visibilitychange", () => void take());
  // Some browsers want a touch first.
  document.addEventListener("pointerup", () => void take());
  void take();
}
