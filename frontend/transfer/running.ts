/**
 * An import under way: asks the server to go on until it is done, and shows how far it is. Without this script the
 * page's own button does the same, a stretch at a time.
 */

interface Answer {
  percent: number;
  runs: boolean;
}

/** Milliseconds: after an answer without progress (another tab is at it), and after none at all, a few times. */
const PAUSE = 1000;
const TRIES = 5;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function ask(form: HTMLFormElement): Promise<Answer | undefined> {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined; // no network, or the page of a proxy
  }
}

async function run(part: HTMLElement, form: HTMLFormElement): Promise<void> {
  const bar = part.querySelector("progress");
  const figure = part.querySelector("[data-percent]");
  const stopped = part.querySelector<HTMLElement>("[data-stopped]");
  form.hidden = true;
  if (stopped) stopped.hidden = true;
  for (let failed = 0; failed < TRIES; ) {
    const answer = await ask(form);
    if (answer && !answer.runs) return location.replace(location.pathname);
    const still = answer?.percent === bar?.value;
    if (answer && bar) bar.value = answer.percent;
    if (answer && figure) figure.textContent = String(answer.percent);
    failed = answer ? 0 : failed + 1;
    if (!answer || still) await wait(PAUSE * (failed + 1));
  }
  if (stopped) stopped.hidden = false;
  form.hidden = false;
}

const part = document.querySelector<HTMLElement>("[data-import]");
const form = part?.querySelector<HTMLFormElement>("[data-go-on]");
if (part && form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(part, form);
  });
  if ("runs" in part.dataset) void run(part, form);
}
