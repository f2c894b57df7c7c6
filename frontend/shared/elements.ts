/** Elements made by hand, for pages that need no templates: nothing typed becomes markup, and the policy is content. */

type Child = Node | string;

export function make<N extends keyof HTMLElementTagNameMap>(name: N, attributes: Record<string, string>, ...children: Child[]): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The second click of a double one is not meant for a button that has only just come under the finger. */
export function button(words: string, classes: string, act: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", class: classes }, words);
  made.addEventListener("click", (event) => {
    if (event.detail < 2) act();
  });
  return made;
}
