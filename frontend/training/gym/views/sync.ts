/** What waits, what the server refused and why, and how to take it away as text. */
import { html, nothing, type TemplateResult } from "lit";
import type { Attention, Fields } from "../../device/index.ts";
import { gettext } from "../../../shared/words.ts";
import { asText } from "../export.ts";
import { inWords } from "../format.ts";
import type { Gym } from "../gym.ts";
import { valuesOf } from "../model.ts";
import { icon } from "./icons.ts";
import type { Page } from "./sheet.ts";
import { syncState } from "./sync-words.ts";
import { here } from "../../../shared/languages.ts";

export function sync(gym: Gym): Page {
  const { sync: status, attention } = gym;
  const state = syncState(status, attention.length);
  const isOut = status.phase === "signed-out" || status.phase === "other-account";
  const again = here(`/accounts/login/?next=${here(`/train/${gym.id}/`)}`);
  return {
    title: gettext("Where your sets are"),
    body: html`<p class="lead">${state.text}</p><p>${state.detail}</p>
      ${status.problem && attention.length === 0 ? html`<p class="cap">${status.problem.detail || status.problem.title}</p>` : nothing}
      ${isOut ? html`<a class="btn wide" href=${again}>${gettext("Sign in")}</a>` : nothing}
      ${status.phase === "guest" ? html`<a class="btn wide" href=${here("/accounts/signup/")}>${gettext("Sign up and keep it")}</a>` : nothing}
      ${status.phase === "waiting" || status.phase === "offline" ? html`<button type="button" class="btn line wide" @click=${() => gym.device.send()}>${gettext("Try now")}</button>` : nothing}
      ${attention.length ? html`<section><h3>${gettext("Needs attention")}</h3><ul class="refused">${attention.map((each) => refused(gym, each))}</ul></section>` : nothing}
      ${exported(gym)}`,
  };
}

function refused(gym: Gym, { id, mutation, problem }: Attention): TemplateResult {
  const wrong = problem.errors ?? {};
  const mend = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const changed = Object.keys(wrong).filter((name) => data.has(name)).map((name) => [name, typed(String(data.get(name)), mutation.fields?.[name])] as const);
    await gym.device.mendAttention(id, Object.fromEntries(changed));
    await gym.refreshRest();
  };
  const drop = async (): Promise<void> => {
    await gym.device.dropAttention(id);
    await gym.refreshRest();
  };
  return html`<li><form @submit=${(event: Event) => void mend(event)}>
    <p><b>${problem.title}</b> ${problem.detail}</p>
    <p class="cap">${what(mutation)}</p>
    ${Object.entries(wrong).map(([name, sentences]) => html`<div class="f"><label for="mend-${id}-${name}">${nameOf(name)}</label><input id="mend-${id}-${name}" name=${name} type="text" aria-invalid="true" .value=${String(mutation.fields?.[name] ?? "")}>
      <p class="err">${icon("alert")}<span>${sentences.join(" ")}</span></p></div>`)}
    <div class="f-actions"><button type="submit" class="btn small">${Object.keys(wrong).length ? gettext("Mend and send") : gettext("Send again")}</button><button type="button" class="btn line small" @click=${() => void drop()}>${gettext("Drop it")}</button></div></form></li>`;
}

/** A set as it reads in the log; anything else by its fields. */
function what({ kind, fields = {} }: Attention["mutation"]): string {
  if (kind === "set" && fields["performed"] !== undefined) {
    const values = valuesOf(fields);
    return inWords(values, { style: values.seconds === null ? "reps" : "seconds" });
  }
  const told = Object.entries(fields).filter(([name, value]) => name !== "performed" && name !== "workout" && value !== null && value !== "");
  return told.map(([name, value]) => `${nameOf(name)}: ${value}`).join(" · ");
}

function nameOf(field: string): string {
  const names: Record<string, string> = {
    weight: gettext("Weight"),
    reps: gettext("Reps"),
    left: gettext("Left"),
    right: gettext("Right"),
    seconds: gettext("Seconds"),
    rir: gettext("Reps in reserve"),
    note: gettext("Note"),
    text: gettext("Note"),
    day: gettext("Day"),
    title: gettext("Title"),
  };
  return names[field] ?? field.replaceAll("_", " ");
}

/** As the server wants it: what was a number stays one; an empty field is nothing. */
function typed(text: string, was: Fields[string] | undefined): Fields[string] {
  if (text.trim() === "") return null;
  return typeof was === "number" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function exported(gym: Gym): TemplateResult {
  const text = asText(gym.session, gym.attention);
  const copy = async (event: Event): Promise<void> => {
    const area = (event.target as HTMLElement).closest("details")?.querySelector("textarea");
    area?.select();
    await navigator.clipboard?.writeText(text).then(() => gym.say(gettext("Copied.")), () => undefined);
  };
  return html`<details class="fold"><summary>${gettext("This workout as text")}</summary>
    <label class="sr" for="as-text">${gettext("This workout as text")}</label><textarea id="as-text" readonly .value=${text}></textarea>
    <button type="button" class="btn line small" @click=${(event: Event) => void copy(event)}>${gettext("Copy")}</button></details>`;
}
