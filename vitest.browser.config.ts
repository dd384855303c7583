import { defineConfig } from "vitest/config";

// What people see, in a real Chromium before the real service.
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.browser.test.ts"],
    testTimeout: 60_000,
    // Each has a service with three threads and a browser.
    fileParallelism: false,
    reporters: ["default"],
  },
});
