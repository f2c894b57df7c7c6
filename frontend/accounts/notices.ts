/** Messages that the device has for its lifter, in the place and the look of the server's (components/messages.html). */
import { make } from "../shared/elements.ts";

/** The bar at the top of the page, made if there is none. */
export function messages(page: Document = document): HTMLElement {
  const there = page.querySelector<HTMLElement>("main .msgs");
  if (there) return there;
  const made = make("div", { class: "msgs", role: "status" });
  page.querySelector("main")?.prepend(make("div", { class: "wrap" }, made));
  return made;
}

export function notice(words: string, ...more: Node[]): HTMLElement {
  const made = make("div", { class: "msg" }, make("p", {}, words), ...more);
  messages().append(made);
  return made;
}

export function link(words: string, href: string): HTMLAnchorElement {
  return make("a", { class: "link", href }, words);
}
