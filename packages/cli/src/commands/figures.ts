import { writeFileSync } from "node:fs";
import { toFiguresCsv, toMonths, type FigureLanguage, type Figures } from "@breakwater/casework";
import type { Checked } from "@breakwater/ledger/verifier";
import {
  countBundle,
  countLedger,
  renderBriefing,
  toFiguresText,
  type CountedLedger,
} from "@breakwater/server/figures";
import { LedgerFailure } from "@breakwater/server/ledger";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { faultWords } from "../words/ledger-words.ts";
import { toPhrase } from "../words/phrase.ts";
import type { FiguresCommandOptions } from "./figures-options.ts";
import { withLog } from "./log-place.ts";
import { readKept } from "./read-checkpoint.ts";
import { codeOf, readWholeFile } from "./read-file.ts";

const bundleBytesMax = 2_000_000_000;

/** Counts figures from a ledger's clear facts, which are verified on the way. False where the ledger does not hold. */
export async function figures(options: FiguresCommandOptions, terminal: Terminal): Promise<boolean> {
  const { place, lang, from, to, out } = options;
  const refuse = (why: { readonly en: string; readonly zh: string }, where: string): false => {
    terminal.err(`${say("refused", { path: place, why, where })[lang]}\n`);
    return false;
  };
  try {
    const counted = await count(options);
    if (!counted.ok) return refuse(faultWords[counted.fault.kind], counted.fault.where);
    const text = render(counted.value.book.figure({ from, to }), counted.value, options);
    if (out === null) terminal.out(text);
    else write(out, text);
    return true;
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    return refuse(toPhrase(error.message.replace(/\.$/, "")), place);
  }
}

async function count(options: FiguresCommandOptions): Promise<Checked<CountedLedger>> {
  const { place, kind, keys } = options;
  const trust = { trustedKeys: keys, outside: readKept(options) };
  if (kind === "bundle") return countBundle(readWholeFile(place, bundleBytesMax), trust);
  return withLog(place, kind, (store) => countLedger(store, trust));
}

function render(told: Figures, counted: CountedLedger, { form, lang, isWhole }: FiguresCommandOptions): string {
  const language: FigureLanguage = lang === "zh" ? "zh-Hans" : "en";
  const { origin, size, root, read, counted: used, isKeyTrusted } = counted;
  switch (form) {
    case "json":
      return `${JSON.stringify({ source: { origin, size, root, read, counted: used, isKeyTrusted }, ...told }, null, 2)}\n`;
    case "csv":
      return toFiguresCsv(told, language);
    case "briefing":
      return renderBriefing(told, { language, source: counted });
    case "table": {
      const source = say(read < size ? "figures_of_part" : "figures_of", { origin, size, read, root });
      const months = toMonths(told);
      const period = told.span === null ? "" : `${say("figures_period", months)[lang]}\n`;
      return `${source[lang]}\n${period}\n${toFiguresText(told, { language, isWhole })}`;
    }
  }
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new CliError(say("error_write_file", { path, code: codeOf(error) }), error);
  }
}
