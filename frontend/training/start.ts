/**
 * The form that starts a workout, taken over: it begins on the device, so that the gym screen opens at once and needs
 * no signal from then on. Without a kit, or for another day, the form is sent as it stands.
 */
import { beginning, zoneName } from "./begin.ts";
import { openDevice } from "./device/index.ts";

const form = document.querySelector<HTMLFormElement>("form.start");
form?.addEventListener("submit", (event) => {
  const data = new FormData(form);
  if (data.get("day")) return;
  event.preventDefault();
  void begin(String(data.get("routine") ?? "")).catch(() => form.submit());
});

async function begin(routine: string): Promise<void> {
  const device = await openDevice();
  const kit = await device.kit({ routine });
  if (!kit) throw new Error("no kit is kept");
  const { id, changes } = beginning(kit, new Date(), zoneName());
  await device.write(changes);
  location.replace(`/train/${id}/`);
}
