/**
 * The form that starts a workout, taken over: it begins on the device, so that the gym screen opens at once and needs
 * no signal from then on. Without a kit, or for another day, the form is sent as it stands.
 */
import { beginning, SITE_ROUTINE, zoneName } from "./begin.ts";
import { openDevice, type Device } from "./device/index.ts";
import { here } from "../shared/languages.ts";

/** What the form sends for a workout without a routine: no slug begins like this. */
const NONE = "/";

const form = document.querySelector<HTMLFormElement>("form.start");
// Now, and not when the button is pressed: on the way down to the cellar the signal may go.
const ready = form ? openDevice().then((device) => (keep(device), device)) : undefined;
ready?.catch(() => undefined); // said again when it is needed

form?.addEventListener("submit", (event) => {
  const data = new FormData(form);
  if (data.get("day") || event.submitter?.getAttribute("name") === "past") return;
  event.preventDefault();
  void begin(String(data.get("routine") ?? "")).catch(() => form.submit());
});

function keep(device: Device): void {
  const chosen = form && new FormData(form).get("routine");
  if (typeof chosen === "string") void device.kit({ routine: kitOf(chosen) });
}

/** Without a routine, the site's kit still knows every exercise that she may add. */
function kitOf(chosen: string): string {
  return chosen === NONE || !chosen ? SITE_ROUTINE : chosen;
}

async function begin(routine: string): Promise<void> {
  const device = await (ready ?? openDevice());
  const kit = await device.kit({ routine: kitOf(routine) });
  if (!kit) throw new Error("no kit is kept");
  const { id, changes } = beginning(kit, new Date(), zoneName(), routine === NONE ? [] : kit.lines);
  await device.write(changes);
  location.replace(here(`/train/${id}/`));
}
