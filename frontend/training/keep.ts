/** On the page a lifter opens first: fetches what the next session needs, so that it is there in the cellar. */
import { SITE_ROUTINE } from "./begin.ts";
import { openDevice } from "./device/index.ts";

async function keep(): Promise<void> {
  const device = await openDevice();
  device.send();
  await device.kit({ routine: SITE_ROUTINE });
}

// After the page is there: nobody waits for this.
if (document.documentElement.dataset["member"] !== undefined) {
  void (document.readyState === "complete" ? keep() : new Promise((done) => addEventListener("load", done)).then(keep)).catch(
    () => undefined, // storage is forbidden, or there is no signal: the next visit tries again
  );
}
