import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "benchmarks/src/**/*.test.ts", "scripts/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts", "**/*.browser.test.ts", "**/node_modules/**"],
    testTimeout: 20_000,
    reporters: ["default"],
  },
});
