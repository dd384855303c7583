import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Under a strict policy: nothing stands in the page itself, and nothing is loaded from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/console/",
  plugins: [react()],
  clearScreen: false,
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All styles are a few kilobytes; in one file no page ever waits for its own.
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
});
