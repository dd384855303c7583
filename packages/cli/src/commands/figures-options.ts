import { parseArgs } from "node:util";
import type { VerifierKey } from "@breakwater/ledger/verifier";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { findLogPlace, type LogPlace } from "./log-place.ts";
import { parseKey } from "./verify-options.ts";

export const figureForms = ["table", "json", "csv", "briefing"] as const;
export type FigureForm = (typeof figureForms)[number];

export type FiguresCommandOptions = {
  /** A bundle, the folder of a log, or the address of one. */
  readonly place: string;
  readonly kind: LogPlace;
  readonly from: string | null;
  readonly to: string | null;
  readonly form: FigureForm;
  /** Null: to the terminal. */
  readonly out: string | null;
  readonly checkpoints: readonly string[];
  readonly keys: readonly VerifierKey[];
  readonly isWhole: boolean;
  readonly lang: Lang;
};

const flags = {
  from: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  checkpoint: { type: "string", multiple: true },
  key: { type: "string", multiple: true },
  all: { type: "boolean" },
  lang: { type: "string" },
} as const;

export function parseFiguresOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): FiguresCommandOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  const [place, ...rest] = positionals;
  if (values.from !== "ledger" || place === undefined || rest.length > 0)
    throw new CliError(say("error_figures_place"));
  const form = figureForms.find((one) => one === (values.format ?? "table"));
  if (form === undefined) throw new CliError(say("error_figures_form", { word: values.format ?? "" }));
  const [from, to] = [parseMonth(values.since), parseMonth(values.until)];
  if (from !== null && to !== null && from > to) throw new CliError(say("error_figures_period", { from, to }));
  return {
    place,
    kind: findLogPlace(place),
    from,
    to,
    form,
    out: values.out ?? null,
    checkpoints: values.checkpoint ?? [],
    keys: (values.key ?? []).map(parseKey),
    isWhole: values.all ?? false,
    lang: parseLang(values.lang, env),
  };
}

function parseMonth(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(word)) throw new CliError(say("error_figures_month", { word }));
  return word;
}
