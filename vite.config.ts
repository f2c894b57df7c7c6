import { defineConfig } from "vite";
import { displayFont } from "./frontend/build/display-font.ts";
import { onePolicy } from "./frontend/build/one-policy.ts";

/** Pages name these files; Django finds what they became in static/build/manifest.json (django-vite). */
const entries = [
  "frontend/styles/main.scss", // linked in the head of every page, so that no script stands between page and style
  "frontend/styles/member.scss", // linked after it by the pages of who is signed in
  "frontend/theme.ts", // a few bytes, run before the first paint
  "frontend/main.ts", // every page, deferred
  "frontend/pages/offline_today.ts", // stands in for today without a network
  "frontend/pages/home.scss", // the first page
  "frontend/pages/method.scss", // method and sources
  "frontend/api/api.scss", // the description of the API
  "frontend/catalogue/catalogue.scss", // anatomy, groups, exercises, and search, which lists them
  "frontend/faq/faq.scss", // questions
  "frontend/training/keep.ts", // today: fetches what the next session needs
  "frontend/training/start.ts", // the form that starts a workout
  "frontend/training/gym.scss", // the gym screen alone
  "frontend/training/gym/main.ts", // the gym screen
  "frontend/routines/print.scss", // the sheet to print, on screen and on paper
  "frontend/progress/chart.ts", // progress pages only
  "frontend/pages/styleguide.scss", // the style guide, for staff
  "frontend/pages/styleguide.ts", // its states and the gym screen's parts
  "frontend/transfer/running.ts", // an import under way
];

/**
 * main.ts with all that it runs on every page, one file. Other entries import some of it, and then it is there already;
 * words, dates and numbers are for them, and not worth a file of their own.
 * Whole, down to the bundler's own helper: were a part of it missing, the entry would be a file of one line beside it.
 */
const everywhere = {
  name: "main",
  minSize: 0,
  test: /frontend\/(main|shared\/(databases|dates|languages|numbers|stored|themes|trusted|who|words)|accounts\/(guest-here|people|theme|zone)|pages\/(install|register)|routines\/print)\.ts$|vite\/preload-helper/,
};

/** The gym screen's own, whole: the style guide shows parts of it, and must not cut it up for the phones. */
const gym = { name: "gym", test: /frontend\/training\/(gym\/|device\/(steps|plates|rest|rules|numbers)\.ts)|node_modules\/(lit|lit-html|lit-element|@lit)\// };

/** The log on the device with what its pages share, as one file too: a phone finds out step by step what imports what. */
const device = { name: "device", minSize: 0, test: /frontend\/(training\/(device\/(?!(steps|plates|rest|rules|numbers)\.ts)|(begin|planned)\.ts))|node_modules\/idb\// };

export default defineConfig({
  base: "/static/build/",
  publicDir: false,
  plugins: [displayFont(), onePolicy()],
  build: {
    outDir: "static/build",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: ["chrome111", "edge111", "firefox114", "safari16.4"],
    // The security policy allows no data: fonts, and a file can be cached by itself.
    assetsInlineLimit: 0,
    // Two entries share nothing worth preloading; the helper would be 1 kB in every page.
    modulePreload: false,
    rolldownOptions: {
      input: entries,
      output: {
        // What every page runs comes as one file, not as five of a few hundred bytes.
        codeSplitting: { groups: [everywhere, gym, device], includeDependenciesRecursively: false },
      },
    },
  },
  server: { port: Number(process.env["VITE_PORT"] ?? 5173), strictPort: true, cors: { origin: /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/ } },
});
