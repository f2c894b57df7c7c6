/** Every form that signs out: with something unsent it asks what is to become of it. Without script it just signs out. */
import { leave, unsentOf, type Unsent } from "../training/device/leave.ts";
import { knownAccount, openDevice } from "../training/device/index.ts";
import { button, make } from "../shared/elements.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";
import { signOut } from "./leaving.ts";

export async function part(form: HTMLFormElement): Promise<void> {
  const account = document.documentElement.dataset["account"] ?? knownAccount();
  for (const each of form.querySelectorAll("button")) each.disabled = true;
  const unsent = await stillUnsent(account).catch(() => ({ changes: 0, sets: 0 }));
  for (const each of form.querySelectorAll("button")) each.disabled = false;
  if (unsent.changes === 0) await signOut(account, "keep");
  else ask(form, account, unsent);
}

/** A change that is no set, such as a finished workout, is not worth a question if it can be sent at once. */
async function stillUnsent(account: string): Promise<Unsent> {
  const unsent = await unsentOf(account);
  if (unsent.sets > 0 || unsent.changes === 0) return unsent;
  await send(account);
  return unsentOf(account);
}

/** Only the sending: nothing is cleared before the answer. */
async function send(account: string): Promise<void> {
  const device = await openDevice(account);
  await device.sync().finally(() => device.close());
}

function ask(form: HTMLFormElement, account: string, unsent: Unsent): void {
  const box = make("section", { class: "ask parting", "aria-labelledby": "unsent", tabindex: "-1" });
  const said = make("p", { role: "status" });
  const stay = button(gettext("Stay signed in"), "link", () => {
    box.replaceWith(form);
    form.querySelector("button")?.focus();
  });
  box.append(
    make("h3", { id: "unsent" }, amount(unsent, true)),
    make("p", {}, gettext("They are on this phone only. What is to become of them?")),
    said,
    choice(gettext("Keep them on this phone"), "btn", gettext("They open for nobody else, and are sent when you sign in here again. Everything else of yours is cleared."), () => signOut(account, "keep")),
    choice(gettext("Send now"), "btn line", gettext("Then everything of yours is cleared from this phone."), () => sendFirst(account, said)),
    choice(fill(gettext("Delete %(amount)s"), { amount: amount(unsent) }), "btn line", gettext("They are nowhere else. Nobody can bring them back."), () => signOut(account, "delete")),
    stay,
  );
  form.replaceWith(box);
  box.focus();
}

function choice(words: string, classes: string, means: string, act: () => Promise<void>): HTMLElement {
  const press = button(words, classes, () => void act());
  return make("div", {}, press, make("p", { class: "cap" }, means));
}

async function sendFirst(account: string, said: HTMLElement): Promise<void> {
  said.textContent = gettext("Sending …");
  const left = await leave("send", account).catch(() => 1);
  if (left === 0) await signOut(account, "keep");
  else said.textContent = gettext("They could not all be sent: there is no signal, or the server refused something. Keep them here, or try again.");
}

function amount({ sets, changes }: Unsent, whole = false): string {
  if (sets > 0) return fill(whole ? ngettext("%(n)s set is not sent yet", "%(n)s sets are not sent yet", sets) : ngettext("%(n)s set", "%(n)s sets", sets), { n: sets });
  return fill(whole ? ngettext("%(n)s change is not sent yet", "%(n)s changes are not sent yet", changes) : ngettext("%(n)s change", "%(n)s changes", changes), { n: changes });
}
