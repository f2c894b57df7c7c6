/** Days in words, as the server's pages have them: "23 November 2026", and with "full" the day of the week. */

/** The page's language for dates and numbers. Plain English means the day before the month, as the server writes it. */
export function language(): string {
  const lang = globalThis.document?.documentElement.lang || "en"; // a worker has no page
  return lang === "en" ? "en-GB" : lang;
}

/** A calendar day (YYYY-MM-DD), which is the same one in every zone. */
export function dayInWords(day: string, style: "full" | "long" = "long"): string {
  const words = new Intl.DateTimeFormat(language(), { dateStyle: style, timeZone: "UTC" });
  return words.format(new Date(`${day}T00:00:00Z`));
}
