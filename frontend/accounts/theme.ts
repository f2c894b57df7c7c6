import { applyTheme } from "../shared/themes.ts";

/**
 * The appearance kept with the account (`<html data-account-theme>` on a member's page) comes to this device once,
 * when it is new here or was changed elsewhere. After that the switch at the foot of the page may differ from it.
 */
const SEEN = "legday.account-theme";

export function followAccount(root: HTMLElement): void {
  const theme = root.dataset["accountTheme"];
  if (theme === undefined) return;
  try {
    if (localStorage.getItem(SEEN) === theme) return;
    localStorage.setItem(SEEN, theme);
  } catch {
    // Without storage nothing can be remembered, so the account's choice counts on each of its pages.
  }
  applyTheme(root, theme);
}
