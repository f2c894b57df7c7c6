/** Where the sets are, in words: in the head in short, in the sheet in full. */
import type { SyncStatus } from "../../device/index.ts";
import { fill, gettext, ngettext } from "../../../shared/words.ts";

export interface SyncState {
  text: string;
  sign: "saved" | "waits" | "alert" | "";
  /** What that means, and what to do. */
  detail: string;
}

export function syncState(status: SyncStatus, attention: number): SyncState {
  if (attention > 0) {
    const text = fill(ngettext("%(n)s needs attention", "%(n)s need attention", attention), { n: attention });
    return { text, sign: "alert", detail: gettext("The server refused what stands below. Everything else goes on.") };
  }
  return phases(status.waits)[status.phase];
}

function phases(waits: number): Record<SyncStatus["phase"], SyncState> {
  const some = waits > 0;
  const wait = fill(ngettext("%(n)s set waits", "%(n)s sets wait", waits), { n: waits });
  const going: SyncState = some
    ? { text: wait, sign: "waits", detail: gettext("They are saved on this phone and are sent as soon as there is a signal.") }
    : { text: gettext("saved"), sign: "saved", detail: gettext("Everything here is on the server.") };
  return {
    idle: going,
    sending: going,
    waiting: going,
    guest: { text: gettext("on this phone"), sign: "waits", detail: gettext("You train without an account: this workout is kept on this phone only. An account keeps it for good, and nothing has to be typed again.") },
    offline: {
      text: some ? fill(gettext("offline, %(waits)s"), { waits: wait }) : gettext("offline"),
      sign: some ? "waits" : "",
      detail: gettext("No signal. Log on: every set is saved on this phone, and sent when the signal is back."),
    },
    "signed-out": {
      text: some ? fill(gettext("sign in: %(waits)s"), { waits: wait }) : gettext("sign in"),
      sign: "alert",
      detail: gettext("You are signed out. Log on: every set is saved on this phone, and sent when you have signed in."),
    },
    "other-account": {
      text: gettext("signed in as somebody else"),
      sign: "alert",
      detail: gettext("Somebody else is signed in on this phone. Your sets stay here, closed to them, until you sign in yourself."),
    },
  };
}
