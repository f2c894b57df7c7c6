import { defineConfig } from "vite";

/** The service worker: one classic script without imports, which every browser takes. After the build of the pages. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "static/build/worker",
    emptyOutDir: true,
    target: ["chrome111", "edge111", "firefox114", "safari16.4"],
    lib: { entry: "frontend/pages/worker/sw.ts", formats: ["iife"], name: "legdayWorker", fileName: () => "sw.js" },
  },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
});
