/** Fills the page that stands in for /today/ without a network, from what this device keeps. */
import { localDay } from "../training/begin.ts";
import { openDevice, type Device, type ExerciseKit, type Kit, type KitLine } from "../training/device/index.ts";
import { dayInWords } from "../shared/dates.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";

const ROUTINE = "leg-day";

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
    device.kit({ routine: ROUTINE }),
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
    start.href = `/train/${open.id}/`;
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
  list.replaceChildren(...kit.lines.map((line, at) => item(line, kit.exercises[line.exercise], at + 1)));
  section.hidden = false;
}

/** As components of the server's page (training/target.html), from the same facts. */
function item(line: KitLine, known: ExerciseKit | undefined, number: number): HTMLElement {
  const link = element("a", "nm", known?.name ?? line.exercise) as HTMLAnchorElement;
  link.href = known?.url ?? `/exercises/${line.exercise}/`;
  const aim = element("span", "tg");
  const target = known?.target;
  const weight = element("span", "num", target?.weight ?? "–");
  if (target?.weight) weight.append(element("small", "", known?.unit ?? ""));
  else weight.classList.add("word");
  const low = target?.low ?? line.low;
  const high = target?.high ?? line.high;
  const sets = element("span", "sets num", String(line.sets));
  sets.append(element("span", "x", "×"), low === high ? String(low) : `${low}–${high}`);
  aim.append(weight, sets);
  const why = element("p", "why1");
  why.append(element("b", "", target?.headline ?? ""), " ", target?.reason ?? "");
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
