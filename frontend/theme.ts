/**
 * Run before the first paint, as a classic blocking script: theme and "who", so that nothing flashes or moves.
 * Must stay without imports: a classic script cannot have any. Twin: `main.ts` writes what is read here.
 */
((root) => {
  root.dataset["js"] = ""; // shows what works with script only
  try {
    const theme = localStorage.getItem("legday.theme");
    if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
    if (localStorage.getItem("legday.member")) root.dataset["known"] = "";
    if (localStorage.getItem("legday.open")) root.dataset["open"] = "";
  } catch {
    // Storage can be forbidden; the system's theme and the public header are right then.
  }
})(document.documentElement);
