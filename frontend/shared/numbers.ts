/** Numbers as the page's language writes them. What is stored and sent keeps the point, or what was typed. */
import { language } from "./dates.ts";

let known = "";
let sign = ".";

/** A number that was typed or worked out, 82.5, as it is read: in German 82,5. Its digits stay as they are. */
export function written(text: string): string {
  const lang = language();
  if (known !== lang) {
    known = lang;
    sign = new Intl.NumberFormat(lang).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
  }
  return text.replace(".", sign);
}
