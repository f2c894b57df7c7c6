/** The button of the sheet to print. Without script the page says to use the browser's own way. */
export function offerPrint(page: Document): void {
  page.querySelector("[data-print]")?.addEventListener("click", () => window.print());
}
