import type { Group } from "@breakwater/engine";
import type { Analysis } from "../analysis.ts";
import { sayFamilies, sayLayers } from "../report/group.ts";
import { sayWhat } from "../report/limits.ts";
import { sayHeadline, sayLead } from "../report/summary.ts";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { joinPhrases, type Lang, type Phrase } from "../words/phrase.ts";
import { kindWords } from "../words/terms.ts";
import { toDuration, toMoment, toUnlikeliness } from "../words/values.ts";

const groupsMax = 12;

/** What was found, for a terminal: plain words, the strongest groups, what could not be judged, where the report is. */
export function toSummary(analysis: Analysis, lang: Lang, reportPath: string): string {
  const { findings } = analysis;
  const groups = findings.groups.slice(0, groupsMax);
  const more = findings.groups.length - groups.length;
  const blocks: readonly (readonly Phrase[])[] = [
    [sayRead(analysis), ...sayRejected(analysis)],
    [sayHeadline(findings), sayLead(findings)],
    [...groups.flatMap(sayGroup), ...(more > 0 ? [indent(say("summary_more", { n: more }))] : [])],
    findings.bursts.length > 0 ? [say("summary_bursts", { n: findings.bursts.length })] : [],
    [...sayNotJudged(analysis), ...sayLimits(analysis)],
    [say("summary_report", { path: reportPath })],
  ];
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => line[lang]).join("\n"));
  return `${written.join("\n\n")}\n`;
}

function sayRead({ findings, input }: Analysis): Phrase {
  const { clock, population } = findings;
  return say("summary_read", {
    taken: input.actions,
    accounts: population.accounts,
    from: toMoment(findings.from, Math.max(60_000, clock.tickMs)),
    to: toMoment(findings.to, Math.max(60_000, clock.tickMs)),
    clock: toDuration(clock.tickMs),
  });
}

function sayRejected({ input }: Analysis): readonly Phrase[] {
  const counts = Object.entries(input.rejected).filter(([, times]) => times > 0);
  if (counts.length === 0) return [];
  const reasons = joinPhrases(counts.map(([reason, times]) => withCount(sayOpen(reason), times)));
  return [say("summary_rejected", { n: counts.reduce((sum, [, times]) => sum + times, 0), reasons })];
}

function withCount(phrase: Phrase, times: number): Phrase {
  return { en: `${times} × ${phrase.en}`, zh: `${phrase.zh} ${times}` };
}

function sayGroup(group: Group): readonly Phrase[] {
  const line = say("summary_group", {
    id: group.id.padStart(4),
    kind: kindWords[group.kind],
    n: group.accounts.length,
    things: group.objects.length,
    layers: sayLayers(group),
    chance: toUnlikeliness(group),
  });
  if (group.kind === "coordinated") return [line];
  return [line, indent(say("summary_group_why", { families: sayFamilies(group) }))];
}

function indent(phrase: Phrase): Phrase {
  return { en: `      ${phrase.en}`, zh: `      ${phrase.zh}` };
}

/** One line for each reason: several things are often switched off for the same one. */
function sayNotJudged({ findings }: Analysis): readonly Phrase[] {
  const byReason = new Map<string, Phrase[]>();
  for (const { what, reason } of findings.switchedOff) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), sayWhat(what)]);
  }
  const off = [...byReason].map(([reason, what]) =>
    say("summary_not_judged", { what: joinPhrases(what), why: sayOpen(reason) }),
  );
  const little = findings.insufficient.map(({ what, reason, have, need }) =>
    say("summary_not_judged", {
      what: sayWhat(what),
      why: say("summary_have_need", { why: sayOpen(reason), have, need }),
    }),
  );
  return [...off, ...little];
}

function sayLimits({ findings }: Analysis): readonly Phrase[] {
  return findings.limits.map((reached) => say("summary_limit", { ...reached, what: sayOpen(reached.limit) }));
}
