/**
 * Run before the first paint, as a classic blocking script: theme, "who" and where the page is from, so that nothing flashes or moves.
 * Must stay without imports: a classic script cannot have any. Twin: `main.ts` writes what is read here.
 */
((root) => {
  root.dataset["js"] = ""; // shows what works with script only
  if ("serviceWorker" in navigator && navigator.serviceWorker.controller) root.dataset["worker"] = ""; // it comes from the phone itself, at once
  try {
    const theme = localStorage.getItem("legday.theme");
    if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
    if (localStorage.getItem("legday.member")) root.dataset["known"] = "";
    if (localStorage.getItem("legday.open")) root.dataset["open"] = "";
    // Signed out without a network, and the server does not know yet: its page is not shown (accounts/leaving.ts).
    const account = root.dataset["account"];
    if (account && localStorage.getItem("legday.leaving")?.endsWith(`:${account}`)) root.hidden = true;
  } catch {
    // Storage can be forbidden; the system's theme and the public header are right then.
  }
})(document.documentElement);
