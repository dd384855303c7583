import type { AccessLine } from "@breakwater/server/lifecycle";
import { say } from "../words/catalogue.ts";
import { nameHolder } from "../words/name-holder.ts";
import { toPhrase, type Lang, type Phrase } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";

type Tally = { count: number; from: number; to: number; readonly kinds: Map<string, number> };

/** What a person reads first of what is kept of an account. */
export interface AccessSummary {
  take(line: AccessLine): void;
  /** Records so far. */
  count(): number;
  render(lang: Lang): string;
}

export function createAccessSummary(account: string): AccessSummary {
  const tallies = new Map<string, Tally>();
  let madeAt = 0;
  let requestedAt: number | null = null;
  const takeRecord = ({ holder, kind, at }: Extract<AccessLine, { line: "record" }>): void => {
    const tally = tallies.get(holder) ?? { count: 0, from: Infinity, to: -Infinity, kinds: new Map<string, number>() };
    tally.count += 1;
    tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
    if (at !== null) [tally.from, tally.to] = [Math.min(tally.from, at), Math.max(tally.to, at)];
    tallies.set(holder, tally);
  };
  return {
    take: (line) => {
      if (line.line === "header") madeAt = line.at;
      else if (line.line === "record") takeRecord(line);
      else requestedAt = line.erasureRequestedAt;
    },
    count: () => [...tallies.values()].reduce((sum, { count }) => sum + count, 0),
    render: (lang) => {
      const lines: Phrase[] = [say("summary_title", { account }), say("summary_made", { at: toMoment(madeAt) }), blank];
      for (const [holder, tally] of tallies) lines.push(...describeTally(holder, tally));
      if (tallies.size === 0) lines.push(say("summary_none"));
      if (requestedAt !== null) lines.push(blank, say("summary_pending", { at: toMoment(requestedAt) }));
      lines.push(blank, say("summary_file"));
      return lines.map((line) => `${line[lang]}\n`).join("");
    },
  };
}

const blank: Phrase = toPhrase("");

function describeTally(holder: string, { count, from, to, kinds }: Tally): readonly Phrase[] {
  const period = Number.isFinite(from) ? [say("summary_period", { from: toMoment(from), to: toMoment(to) })] : [];
  const each = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => toPhrase(`${kind}: ${n}`));
  return [say("summary_holder", { holder: nameHolder(holder), n: count }), ...[...period, ...each].map(indent)];
}

function indent({ en, zh }: Phrase): Phrase {
  return { en: `  ${en}`, zh: `  ${zh}` };
}
