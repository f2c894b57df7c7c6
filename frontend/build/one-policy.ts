/**
 * Lit makes a trusted-types policy of its own, "lit-html", which our security policy does not allow: the fewer names it
 * allows, the fewer doors there are. So Lit is given ours (frontend/shared/trusted.ts) at build time.
 */
import { resolve } from "node:path";
import type { Plugin } from "vite";

const OURS = resolve(import.meta.dirname, "../shared/trusted.ts");
// s.createPolicy("lit-html", {createHTML: t => t}), minified or not.
const THEIRS = /\w+\.createPolicy\(\s*["']lit-html["']\s*,\s*\{\s*createHTML:\s*\(?\w+\)?\s*=>\s*\w+,?\s*\}\s*\)/;

/** Vite plugin; the build stops when a new Lit writes it another way. */
export function onePolicy(): Plugin {
  return {
    name: "legday-one-policy",
    transform: {
      filter: { id: /lit-html[\\/](development[\\/])?lit-html\.js/ },
      handler(code) {
        if (!THEIRS.test(code)) this.error("lit-html no longer makes its policy as one-policy.ts expects");
        return { code: `import { trusted as legdayPolicy } from ${JSON.stringify(OURS)};\n${code.replace(THEIRS, "legdayPolicy")}`, map: null };
      },
    },
  };
}
