import { parseArgs } from "node:util";
import { defaultScenarios, scenarioNames, type ScenarioSetting, type SimulationOptions } from "@breakwater/simulator";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { parseMoment, parseWhole } from "./parse-values.ts";

export type SimulateOptions = {
  readonly out: string;
  readonly lang: Lang;
  readonly isQuiet: boolean;
  readonly simulation: SimulationOptions;
};

const flags = {
  scenario: { type: "string", multiple: true },
  actions: { type: "string" },
  seed: { type: "string" },
  days: { type: "string" },
  start: { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
} as const;

/** A Monday, so that weekly rhythms begin where one expects them. */
const defaultStart = Date.UTC(2026, 0, 5);

export function parseSimulateOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): SimulateOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  return {
    out: values.out ?? "breakwater-simulated",
    lang: parseLang(values.lang, env),
    isQuiet: values.quiet ?? false,
    simulation: {
      scenarios: parseScenarios(values.scenario),
      actions: parseWhole("--actions", values.actions, 50_000),
      seed: parseWhole("--seed", values.seed, 1),
      days: Math.max(1, parseWhole("--days", values.days, 14)),
      startAt: parseMoment("--start", values.start) ?? defaultStart,
    },
  };
}

function parseScenarios(words: readonly string[] | undefined): readonly ScenarioSetting[] {
  if (words === undefined) return defaultScenarios;
  return words
    .flatMap((word) => word.split(","))
    .filter((word) => word !== "none")
    .map((word) => {
      const scenario = scenarioNames.find((name) => name === word.trim());
      if (scenario === undefined) throw new CliError(say("error_scenario", { word, names: scenarioNames.join(", ") }));
      return { scenario };
    });
}
