import { basename } from "node:path";
import type { SourceReport } from "@breakwater/intake";
import type { Analysis } from "../analysis.ts";
import { say, type WordKey } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { joinPhrases, toGrouped, toPhrase, type Phrase } from "../words/phrase.ts";
import { layerWords } from "../words/terms.ts";
import { toDuration, toMoment, toPercent } from "../words/values.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { saySelection } from "./summary.ts";
import { table } from "./table.ts";

/** Where the rows came from and with which settings they were judged: enough to do it again. */
export function runPart(analysis: Analysis): Markup {
  const { input } = analysis;
  const { skipped, ignored, masked, idsForgotten } = input;
  return markup`<section id="run"><h2>${say("run_title")}</h2>
${sourcesTable(analysis)}
${countsTable(say("rejected_caption"), input.rejected)}
${countsTable(say("notes_caption"), { ...skipped, ...ignored, ...masked, ids_forgotten: idsForgotten })}
${parametersTable(analysis)}</section>`;
}

function sourcesTable({ input }: Analysis): Markup {
  const columns = [
    { title: say("column_source") },
    { title: say("column_format") },
    { title: say("column_rows"), isNumber: true },
  ];
  const rows = input.sources.map((source) => [
    markup`<bdi>${plain(basename(source.name))}</bdi>`,
    markup`${plain(sourceShape(source))}`,
    markup`${plain(toGrouped(source.rows))}`,
  ]);
  return table({ caption: say("input_caption"), columns, rows });
}

/** How the source was read: its format, what it was wrapped in, the preset that it was recognised by. */
function sourceShape({ format, compression, encoding, preset }: SourceReport): string {
  return [format, compression === "none" ? null : compression, encoding, preset]
    .filter((part) => part !== null)
    .join(", ");
}

function countsTable(caption: Phrase, counts: Readonly<Record<string, number>>): Markup | null {
  const met = Object.entries(counts).filter(([, times]) => times > 0);
  if (met.length === 0) return null;
  const columns = [{ title: say("column_what") }, { title: say("column_times"), isNumber: true }];
  const rows = met.map(([what, times]) => [markup`${sayOpen(what)}`, markup`${plain(toGrouped(times))}`]);
  return table({ caption, columns, rows });
}

function parametersTable({ findings, run }: Analysis): Markup {
  const { engine } = run;
  const values: readonly (readonly [WordKey, Phrase])[] = [
    ["parameter_fdr", toPercent(engine.fdr)],
    ["parameter_account_fdr", toPercent(engine.accountFdr)],
    ["parameter_layers", joinPhrases(engine.layers.map((layer) => layerWords[layer]))],
    ["parameter_clock", toDuration(findings.clock.tickMs)],
    ["parameter_seed", toPhrase(String(engine.seed))],
    ["parameter_selection", saySelection(engine.selection)],
    ["parameter_since", toPhrase(run.since === null ? "–" : toMoment(run.since))],
    ["parameter_until", toPhrase(run.until === null ? "–" : toMoment(run.until))],
    ["parameter_version", toPhrase(run.version)],
  ];
  const columns = [{ title: say("column_what") }, { title: say("column_value") }];
  const rows = values.map(([key, value]) => [markup`${say(key)}`, markup`${value}`]);
  return table({ caption: say("parameters_caption"), columns, rows });
}
