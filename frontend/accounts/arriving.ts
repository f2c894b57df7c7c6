/** The page between signing in and a page that is the same for everybody: it goes on by itself. */

/** Once the phone knows who has come. While the lifter is asked something, the page stays; "Go on" stands below. */
export function goOn(onward: HTMLAnchorElement): void {
  if (!document.querySelector("[data-guest-log]")) location.replace(onward.href);
  else document.addEventListener("guest-log", () => location.replace(onward.href), { once: true });
}
