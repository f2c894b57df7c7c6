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
  "frontend/catalogue/poses.scss", // an exercise's page: its figures
  "frontend/training/keep.ts", // today: fetches what the next session needs
  "frontend/training/start.ts", // the form that starts a workout
  "frontend/accounts/zone.ts", // forms that keep the time zone
  "frontend/training/gym.scss", // the gym screen alone
  "frontend/training/gym/main.ts", // the gym screen
  "frontend/routines/print.scss", // the sheet to print, on screen and on paper
  "frontend/routines/print.ts", // its button
  "frontend/progress/chart.ts", // progress pages only
  "frontend/transfer/running.ts", // an import under way
];

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
    rolldownOptions: { input: entries },
  },
  server: { port: Number(process.env["VITE_PORT"] ?? 5173), strictPort: true, cors: { origin: /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/ } },
});
