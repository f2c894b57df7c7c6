/** Two notes: one that sticks to the exercise (seat, grip), one of today. */
import { html } from "lit";
import { gettext } from "../../../shared/words.ts";
import { noteLift, stick } from "../commands/lifts.ts";
import type { Gym } from "../gym.ts";
import type { Page } from "./sheet.ts";

const MOST = 2000;

export function note(gym: Gym): Page {
  const { lift } = gym;
  if (!lift) return { title: "", body: html`` };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [sticky, today] = [String(data.get("sticky")).trim(), String(data.get("today")).trim()];
    const isStuck = sticky === gym.sticky(lift.slug) || (await stick(gym, lift.slug, sticky));
    const isNoted = today === lift.note || (await noteLift(gym, lift, today));
    // What could not be stored stays in the fields.
    if (isStuck && isNoted) gym.open(undefined);
  };
  return {
    title: lift.name,
    body: html`<form class="form" @submit=${(event: Event) => void save(event)}>
      <div class="f"><label for="note-sticky">${gettext("At every set, every time")}</label><p class="help" id="note-help">${gettext("Seat, foot place, grip, rack height.")}</p>
        <textarea id="note-sticky" name="sticky" maxlength=${MOST} aria-describedby="note-help" .value=${gym.sticky(lift.slug)}></textarea></div>
      <div class="f"><label for="note-today">${gettext("Today")}</label><textarea id="note-today" name="today" maxlength=${MOST} .value=${lift.note}></textarea></div>
      <button class="btn wide" type="submit">${gettext("Save notes")}</button></form>`,
  };
}
