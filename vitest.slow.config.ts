import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.slow.test.ts", "benchmarks/src/**/*.slow.test.ts"],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
