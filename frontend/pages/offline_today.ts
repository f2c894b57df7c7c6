/** Fills the page that stands in for /today/ without a network, from what this device keeps. */
import { localDay, SITE_ROUTINE } from "../training/begin.ts";
import { openDevice, type Device, type Kit, type KitLine } from "../training/device/index.ts";
import { planned } from "../training/planned.ts";
import { dayInWords } from "../shared/dates.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";
import { here } from "../shared/languages.ts";

const page = document.querySelector<HTMLElement>("#offline-today");
if (page) void show(page);

async function show(page: HTMLElement): Promise<void> {
  say(page, "[data-day]", dayInWords(localDay(new Date()), "full"));
  let device: Device;
  try {
    device = await openDevice();
  } catch {
    return; // nothing is kept here; the page says what is true without it
  }
  const [waits, open, kit] = await Promise.all([
    device.waiting(),
    device.openWorkout(),
    device.kit({ routine: SITE_ROUTINE }),
  ]);
  if (waits > 0) {
    const words = ngettext(
      "%(count)s set waits on this phone. It is sent as soon as there is a connection.",
      "%(count)s sets wait on this phone. They are sent as soon as there is a connection.",
      waits,
    );
    say(page, "[data-waiting]", fill(words, { count: waits }));
  }
  const start = page.querySelector<HTMLAnchorElement>("[data-start]");
  if (start && open) {
    start.href = here(`/train/${open.id}/`);
    start.textContent = gettext("Resume workout");
  }
  if (kit) showKit(page, kit);
}

function showKit(page: HTMLElement, kit: Kit): void {
  const section = page.querySelector<HTMLElement>("[data-next]");
  const list = page.querySelector("[data-targets]");
  if (!section || !list || kit.lines.length === 0) return;
  if (kit.day) {
    say(page, "[data-made]", fill(gettext("As it stood on %(day)s."), { day: dayInWords(kit.day) }));
  }
  list.replaceChildren(...kit.lines.map((line, at) => item(kit, line, at + 1)));
  section.hidden = false;
}

/** As components of the server's page (training/target.html), from the same facts. */
function item(kit: Kit, line: KitLine, number: number): HTMLElement {
  const known = kit.exercises[line.exercise];
  const { name, load, sets, range, counted } = planned(kit, line);
  const link = element("a", "nm", name) as HTMLAnchorElement;
  link.href = known?.url ?? here(`/exercises/${line.exercise}/`);
  const weight = element("span", load.unit ? "num" : "num word", load.hands ? "2" : "");
  if (load.hands) weight.append(element("span", "x", "×"));
  weight.append(load.text);
  if (load.unit) weight.append(element("small", "", load.unit));
  const dose = element("span", "sets num", sets);
  dose.append(element("span", "x", "×"), range);
  if (counted) dose.append(element("small", "", counted));
  const aim = element("span", "tg");
  aim.append(weight, dose);
  const why = element("p", "why1");
  why.append(element("b", "", known?.target.headline ?? ""), " ", known?.target.reason ?? "");
  const box = element("div", "why");
  box.append(why);
  const row = element("li", "");
  row.append(element("span", `rd ${known?.lead ?? "core"}`, String(number)), link, aim, box);
  return row;
}

function element(name: string, classes: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.textContent = text;
  return made;
}

function say(page: HTMLElement, where: string, text: string): void {
  const place = page.querySelector(where);
  if (place) place.textContent = text;
}
