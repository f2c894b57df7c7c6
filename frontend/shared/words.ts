/**
 * Texts of the interface. English is the source and needs no catalogue; a page in another language brings one as
 * `<script type="application/json" id="catalogue">`: {"msgid": "text" or ["one", "many", …], "": "plural rule, an
 * Intl locale"}.
 */

type Catalogue = Record<string, string | string[]>;

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= read();
  return loaded;
}

function read(): Catalogue {
  const text = typeof document === "undefined" ? null : document.getElementById("catalogue")?.textContent;
  if (!text) return {};
  try {
    // Without a prototype: a msgid such as "constructor" must not find one.
    return Object.assign(Object.create(null), JSON.parse(text)) as Catalogue;
  } catch {
    return {};
  }
}

function found(msgid: string): string | string[] | undefined {
  return Object.hasOwn(catalogue(), msgid) ? catalogue()[msgid] : undefined;
}

export function gettext(msgid: string): string {
  const text = found(msgid);
  return typeof text === "string" && text ? text : msgid;
}

const CATEGORIES: Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];

/** The forms of a language stand in this order, those that it does not have left out. */
export function ngettext(one: string, many: string, n: number): string {
  const forms = found(one);
  if (!Array.isArray(forms)) return n === 1 ? one : many;
  const rules = new Intl.PluralRules(String(found("") ?? "en"));
  const known = rules.resolvedOptions().pluralCategories;
  const order = CATEGORIES.filter((category) => known.includes(category));
  return forms[order.indexOf(rules.select(n))] ?? forms.at(-1) ?? many;
}

/** Put values into %(name)s. An unknown name stays as it is, so that a slip is seen. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/%\((\w+)\)s/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** Words of exercises' names that keep their capital. Twin of NAMES in workouts/templatetags/words.py. */
const NAMES = /\b(bulgarian|nordic|romanian|smith)\b/g;

/** A name or label as it stands within a sentence: English writes it small, another language as it is. */
export function inSentence(text: string): string {
  if (found("") !== undefined) return text;
  return text.toLowerCase().replace(NAMES, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

/** Forget the catalogue: for tests. */
export function forgetWords(): void {
  loaded = undefined;
}
