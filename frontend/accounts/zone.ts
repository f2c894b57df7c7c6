/** Pages that keep the time zone: the hidden field gets the browser's, an IANA name such as Europe/Lisbon. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-zone]")) field.value = zone ?? "";
