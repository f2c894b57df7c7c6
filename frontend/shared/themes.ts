/** The theme's choice: light, dark, or as the system has it. Kept on the device; `theme.ts` applies it before paint. */
const KEY = "legday.theme";

/** Show `theme` (light, dark, else the system's) and keep it on this device. */
export function applyTheme(root: HTMLElement, theme: string): void {
  const chosen = theme === "light" || theme === "dark";
  if (chosen) root.dataset["theme"] = theme;
  else delete root.dataset["theme"];
  try {
    if (chosen) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice lasts for this page.
  }
}

/** Bring every `<select data-theme-choice>` to life; styles hide it where there is no script (`html[data-js]`). */
export function offerThemes(page: Document): void {
  const root = page.documentElement;
  for (const choice of page.querySelectorAll<HTMLSelectElement>("select[data-theme-choice]")) {
    choice.value = root.dataset["theme"] ?? "system";
    choice.addEventListener("change", () => applyTheme(root, choice.value));
  }
}
