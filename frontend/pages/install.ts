/**
 * Putting Legday on the home screen: where the browser offers it, a button of ours asks; on iPhones, which have no such
 * offer, a sentence says how. Nothing pops up by itself. `[data-install]` and `[data-install-by-hand]` are hidden until
 * one of them is true (components/install.html).
 */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export function offerInstall(page: Document): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // the browser's own bar would come in the middle of a set
    for (const box of page.querySelectorAll<HTMLElement>("[data-install]")) {
      box.hidden = false;
      const button = box.querySelector("button");
      button?.addEventListener("click", () => void (event as InstallOffer).prompt().then(() => (box.hidden = true)), { once: true });
    }
  });
  const onIphone = /iPhone|iPad/.test(navigator.userAgent) && !matchMedia("(display-mode: standalone)").matches;
  for (const box of page.querySelectorAll<HTMLElement>("[data-install-by-hand]")) box.hidden = !onIphone;
}
