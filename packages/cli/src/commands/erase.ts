import type { ErasureReport } from "@breakwater/server/lifecycle";
import { toPlainLine } from "../outputs/plain-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { nameHolder } from "../words/name-holder.ts";
import { joinPhrases, toPhrase, type Phrase } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import type { RecordsOptions } from "./records-options.ts";
import { openRecordsSource, type RecordsSource } from "./records-source.ts";
import { tellingFailures } from "./tell-failure.ts";

/** Erases what is kept of an account. False where some of it is still there. */
export function erase(options: RecordsOptions, terminal: Terminal): Promise<boolean> {
  return tellingFailures(options, terminal, async () => {
    const source = await openRecordsSource(options, terminal);
    try {
      return await (options.isDryRun ? tellKept(source, options, terminal) : eraseAt(source, options, terminal));
    } finally {
      await source.close();
    }
  });
}

async function eraseAt(source: RecordsSource, options: RecordsOptions, terminal: Terminal): Promise<boolean> {
  const { account, lang, isJson, isQuiet } = options;
  const report = await source.erase(account);
  if (isJson) terminal.out(`${JSON.stringify(report)}\n`);
  else if (!isQuiet) {
    for (const phrase of describe(report)) terminal.out(`${toPlainLine(phrase[lang])}\n`);
  }
  return report.keptBack.length === 0 && report.failed.length === 0;
}

function describe({ account, erased, keptBack, failed }: ErasureReport): readonly Phrase[] {
  const what = describeCounts(erased);
  return [
    what === null ? say("erased_nothing", { account }) : say("erased", { account, what }),
    ...keptBack.map(({ count, kind, holder, because, until }) =>
      say("kept_back", {
        n: count,
        kind,
        holder: nameHolder(holder),
        because,
        until: until === null ? say("until_unknown") : toPhrase(toMoment(until)),
      }),
    ),
    ...(failed.length === 0 ? [] : [say("erase_failed", { holders: joinPhrases(failed.map(nameHolder)) })]),
  ];
}

async function tellKept(source: RecordsSource, options: RecordsOptions, terminal: Terminal): Promise<boolean> {
  const { account, lang, isJson, isQuiet } = options;
  for await (const line of source.access(account)) {
    if (line.line !== "summary") continue;
    const what = describeCounts(line.records);
    const told = what === null ? say("erased_nothing", { account }) : say("would_erase", { account, what });
    if (isJson) terminal.out(`${JSON.stringify({ account, records: line.records })}\n`);
    else if (!isQuiet) terminal.out(`${toPlainLine(told[lang])}\n`);
  }
  return true;
}

/** Null where there is nothing to count. */
function describeCounts(counts: Readonly<Record<string, number>>): Phrase | null {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length === 0) return null;
  return joinPhrases(some.map(([holder, n]) => say("summary_holder", { holder: nameHolder(holder), n })));
}
