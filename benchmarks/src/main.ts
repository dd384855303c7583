import { parseArgs } from "node:util";
import { runBenchmarks, writePage } from "./harness/run.ts";
import { benchmarks } from "./table.ts";

const usage = `Usage: npm run bench -- [NAME ...] [--quick] [--loaded] [--page]
  --quick  fewer repeats of the same measurements, marked in the results
  --loaded take times even while other programs use the machine
  --page   only rewrite benchmarks/results/README.md
Names: ${benchmarks.map(({ name }) => name).join(", ")}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean" },
    loaded: { type: "boolean" },
    page: { type: "boolean" },
    help: { type: "boolean" },
  },
});
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (values.help === true || unknown.length > 0) {
  process.stderr.write(unknown.length > 0 ? `No benchmark of this name: ${unknown.join(", ")}\n${usage}` : usage);
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else if (values.page === true) {
  writePage();
} else {
  const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  await runBenchmarks(chosen, { quick: values.quick === true, loaded: values.loaded === true });
}
