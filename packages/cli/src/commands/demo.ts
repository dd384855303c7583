import { join } from "node:path";
import { compareWithTruth, sayComparison } from "../terminal/comparison.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { parseAnalyzeOptions } from "./analyze-options.ts";
import { analyze } from "./analyze.ts";
import { findLang } from "./lang.ts";
import { parseSimulateOptions } from "./simulate-options.ts";
import { actionsFile, simulate } from "./simulate.ts";

/** Few enough that everything is done within a minute, enough that a population stands behind the crowds. */
const demoActions = 40_000;

/**
 * Simulates two weeks, analyses the file as `breakwater analyze` does, and says how what was found compares with what
 * was planted.
 */
export async function runDemo(out: string, terminal: Terminal): Promise<void> {
  const startedAt = performance.now();
  const lang = findLang(terminal.env);
  const tell = (line: string) => terminal.out(`${line}\n`);
  tell(say("demo_simulating")[lang]);
  const asked = ["--actions", String(demoActions), "--out", out, "--quiet"];
  const { truth } = simulate(parseSimulateOptions(asked, terminal.env), terminal);
  tell(`${say("demo_analysing", { actions: demoActions })[lang]}\n`);
  const args = [join(out, actionsFile), "--out", out, "--selected-by", "none"];
  const { findings } = await analyze(parseAnalyzeOptions(args, terminal.env), terminal);
  const lines = sayComparison(compareWithTruth(findings.groups, truth));
  tell(`\n${lines.map((line) => line[lang]).join("\n")}\n`);
  tell(say("demo_seconds", { seconds: Math.round((performance.now() - startedAt) / 1000) })[lang]);
}
