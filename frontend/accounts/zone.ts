/** Pages that keep the time zone: the hidden field gets the browser's, an IANA name such as Europe/Lisbon. */
export function fillZones(page: Document): void {
  for (const field of page.querySelectorAll<HTMLInputElement>("input[data-zone]")) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  }
}
