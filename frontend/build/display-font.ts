/**
 * The display face: Instrument Sans, pinned at width 75, weights 500 to 700 still variable, Latin letters only.
 * The file as published has 62 kB; what is left has about 21, which is most of a first visit's budget.
 *
 * Made before the build looks for it and kept out of git: third-party files are not committed.
 *
 * The pictures of links (workouts/sharing) are drawn by a library that reads neither woff2 nor variable fonts: for
 * them the build has the bold cut as TrueType as well, which no page loads.
 */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const files = "node_modules/@fontsource-variable/instrument-sans/files/";
const source = resolve(root, `${files}instrument-sans-latin-standard-normal.woff2`);
const rest = resolve(root, `${files}instrument-sans-latin-ext-standard-normal.woff2`);
const target = resolve(root, "frontend/fonts/legday-display.woff2");

/**
 * Basic Latin, the accents of the neighbours, and the signs that numerals need. Every letter costs about 100 bytes;
 * one that is missing (in the name of a lifter's own exercise) comes from the next face in the list.
 */
function letters(): string {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join("");
  return `${ascii}\u00a0°·ÄÖ×Üßàäåèéñöøüç–—‘’“”…−`;
}

/** Where workouts/sharing looks for them, in the folder of the build: the Latin letters, and those of its extensions. */
const BOLD = { "fonts/legday-bold.ttf": source, "fonts/legday-bold-more.ttf": rest };

/**
 * All letters of the file: a picture is drawn on the server, so none of them travels. But no accents that stand alone:
 * of a letter that this file has in two parts and the other whole, the library would draw neither.
 */
async function bold(file: string): Promise<Buffer> {
  const all = Array.from({ length: 0x2122 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))
    .join("")
    .replace(/\p{M}/gu, "");
  return subsetFont(await readFile(file), all, {
    targetFormat: "sfnt",
    variationAxes: { wdth: 75, wght: 700 },
  });
}

async function isFresh(): Promise<boolean> {
  const times = await Promise.all(
    [source, fileURLToPath(import.meta.url), target].map((path) =>
      stat(path).then(
        (found) => found.mtimeMs,
        () => undefined,
      ),
    ),
  );
  const [from, recipe, made] = times;
  return from !== undefined && recipe !== undefined && made !== undefined && made > from && made > recipe;
}

async function make(): Promise<void> {
  if (await isFresh()) return;
  const font = await subsetFont(await readFile(source), letters(), {
    targetFormat: "woff2",
    variationAxes: { wdth: 75, wght: { min: 500, max: 700 } },
  });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, font);
}

/** Vite plugin: makes `frontend/fonts/legday-display.woff2` before styles ask for it, and puts the bold cut into the build. */
export function displayFont(): Plugin {
  return {
    name: "legday-display-font",
    configResolved: make,
    async generateBundle() {
      for (const [fileName, file] of Object.entries(BOLD)) {
        this.emitFile({ type: "asset", fileName, source: await bold(file) });
      }
    },
  };
}
