import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultOptions, layerNames, type EngineOptions, type LayerName } from "@breakwater/engine";
import { parseColumnMap, presetNames, type IntakeOptions, type PresetName } from "@breakwater/intake";
import { parseSelection, type Selection } from "@breakwater/records";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { parseMoment, parseWhole } from "./parse-values.ts";

/** What `analyze` was asked to do. */
export type AnalyzeOptions = {
  /** Paths, or `-` for the standard input. */
  readonly files: readonly string[];
  readonly out: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly engine: EngineOptions;
  readonly intake: IntakeOptions;
  readonly map: string | null;
  readonly preset: string | null;
};

const flags = {
  map: { type: "string" },
  preset: { type: "string" },
  zone: { type: "string" },
  "date-order": { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  fdr: { type: "string" },
  layers: { type: "string" },
  "selected-by": { type: "string" },
  seed: { type: "string" },
  "key-file": { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  evaluation: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

/** Throws `CliError` or `IntakeError` on anything that cannot be meant. */
export function parseAnalyzeOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): AnalyzeOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  if (positionals.length === 0) throw new CliError(say("error_no_file"));
  if (positionals.filter((file) => file === "-").length > 1) throw new CliError(say("error_stdin_twice"));
  const engine: EngineOptions = {
    ...defaultOptions,
    fdr: parseFdr(values.fdr),
    layers: parseLayers(values.layers),
    selection: parseSelectedBy(values["selected-by"]),
    seed: parseWhole("--seed", values.seed, defaultOptions.seed),
    evaluation: values.evaluation ?? false,
  };
  return {
    files: positionals,
    out: values.out ?? "breakwater-report",
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
    engine,
    intake: toIntakeOptions(values),
    map: values.map ?? null,
    preset: values.preset ?? null,
  };
}

type Values = Readonly<
  Partial<Record<"map" | "preset" | "zone" | "date-order" | "since" | "until" | "key-file", string>>
>;

function toIntakeOptions(values: Values): IntakeOptions {
  const sinceMs = parseMoment("--since", values.since);
  const untilMs = parseMoment("--until", values.until);
  if (sinceMs !== undefined && untilMs !== undefined && sinceMs >= untilMs) throw new CliError(say("error_period"));
  const order = values["date-order"];
  if (order !== undefined && order !== "day_first" && order !== "month_first") {
    throw new CliError(say("error_date_order", { word: order }));
  }
  return {
    pseudonymKey: readKey(values["key-file"]),
    preset: parsePreset(values.preset),
    ...(values.map === undefined ? {} : { map: parseColumnMap(values.map) }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(untilMs === undefined ? {} : { untilMs }),
    ...(values.zone === undefined ? {} : { zone: values.zone }),
    ...(order === undefined ? {} : { dateOrder: order }),
  };
}

/** Without a key file the key lives as long as the run: outputs number what it hides, so it never shows. */
function readKey(path: string | undefined): Uint8Array {
  if (path === undefined) return randomBytes(32);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliError(say("error_key_file", { path }), error);
  }
}

function parsePreset(word: string | undefined): PresetName | "auto" {
  if (word === undefined || word === "auto") return "auto";
  const preset = presetNames.find((name) => name === word);
  if (preset === undefined) throw new CliError(say("error_preset", { word, names: presetNames.join(", ") }));
  return preset;
}

function parseFdr(word: string | undefined): number {
  if (word === undefined) return defaultOptions.fdr;
  const fdr = Number(word);
  if (word.trim() === "" || !(fdr > 0 && fdr <= 0.5)) throw new CliError(say("error_fdr", { word }));
  return fdr;
}

function parseLayers(words: string | undefined): readonly LayerName[] {
  if (words === undefined) return defaultOptions.layers;
  const asked = new Set(words.split(",").map((word) => word.trim()));
  for (const word of asked) {
    if (!layerNames.some((name) => name === word)) {
      throw new CliError(say("error_layer", { word, names: layerNames.join(", ") }));
    }
  }
  return layerNames.filter((name) => asked.has(name));
}

function parseSelectedBy(word: string | undefined): Selection {
  if (word === undefined) return defaultOptions.selection;
  const selection = parseSelection(word);
  if (selection === null) throw new CliError(say("error_selection", { word }));
  return selection;
}
