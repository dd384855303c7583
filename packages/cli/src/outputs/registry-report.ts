import { comparisonsMax, type Difference, type FieldFault } from "@breakwater/claims";
import type { BuildReport } from "../commands/registry-build.ts";
import type { RegistryBuildOptions } from "../commands/registry-build-options.ts";
import { duplicatesPath, rejectedPath } from "../commands/registry-aside.ts";
import { bump, listCounts, type RegistryCounts } from "../commands/registry-counts.ts";
import type { PutAside } from "../commands/registry-input.ts";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { joinPhrases, toGrouped, toPhrase, type Lang, type Phrase } from "../words/phrase.ts";
import {
  differenceWords,
  fieldFaultWords,
  obstacleWords,
  refusalWords,
  statusWords,
  verdictWords,
} from "../words/registry-terms.ts";

const wordsShown = 12;
const reasonsShown = 8;

/** What an import did, for a person. */
export function renderBuild(report: BuildReport, { out, lang, trustImports }: RegistryBuildOptions): string {
  const lines: readonly Phrase[] = [
    say("registry_read", {
      n: report.records,
      added: report.added,
      updated: report.updated,
      same: report.unchanged,
      merged: report.merged,
      rejected: report.aside.filter(({ what }) => what === "rejected").length,
    }),
    ...(report.unadopted > 0 ? [say("registry_readopt", { n: report.unadopted })] : []),
    ...listCounts(report.kept).map(([refusal, n]) => say("registry_kept", { n, why: refusalWords[refusal] })),
    ...sayAside(report, out),
    ...sayUnknownWords(report.unknownWords),
    ...sayDuplicates(report, out),
  ];
  return `${lines.map((line) => line[lang]).join("\n")}\n\n${renderCounts(report.counts, { path: out, lang, trustImports })}${say("registry_next", { path: out })[lang]}\n`;
}

/** What a registry holds, and why not all of it can be recognised. */
export function renderCounts(
  counts: RegistryCounts,
  { path, lang, trustImports }: { readonly path: string; readonly lang: Lang; readonly trustImports: boolean },
): string {
  const { recognisable } = counts;
  const lines: readonly Phrase[] = [
    say("registry_holds_entries", { path, n: counts.entries }),
    say("registry_by_verdict", {
      counts: sayCounts(listCounts(counts.verdicts).map(([verdict, n]) => [verdictWords[verdict], n])),
    }),
    say("registry_by_status", {
      counts: sayCounts(listCounts(counts.statuses).map(([status, n]) => [statusWords[status], n])),
    }),
    say("registry_recognisable", { n: recognisable }),
    ...(counts.obstacles.size === 0
      ? []
      : [
          say("registry_why_not", {
            counts: sayCounts(listCounts(counts.obstacles).map(([why, n]) => [obstacleWords[why], n])),
          }),
        ]),
    ...(trustImports ? [say("registry_trusted")] : []),
  ];
  return `${lines.map((line) => line[lang]).join("\n")}\n`;
}

function sayCounts(counts: readonly (readonly [Phrase, number])[]): Phrase {
  return joinPhrases(
    counts.map(([phrase, n]) => ({ en: `${phrase.en} ${toGrouped(n)}`, zh: `${phrase.zh} ${toGrouped(n)}` })),
  );
}

/** Why records were rejected, or fields left out: the most frequent first. */
export function sayReasons(aside: readonly Pick<PutAside, "what" | "reasons">[], what: PutAside["what"]): Phrase {
  const counts = new Map<string, number>();
  for (const each of aside)
    if (each.what === what) for (const { field, code } of each.reasons) bump(counts, `${field} ${code}`);
  const listed = listCounts(counts);
  const shown = listed.slice(0, reasonsShown).map(([key, n]) => {
    const [field = "", code = ""] = key.split(" ");
    const why = sayFault(code);
    return {
      en: `${field === "" ? "" : `${field} `}${why.en} ${toGrouped(n)}`,
      zh: `${field}${why.zh} ${toGrouped(n)}`,
    };
  });
  return joinPhrases([...shown, ...sayMore(listed.length - shown.length)]);
}

function sayFault(code: string): Phrase {
  if (code === "no_claim_review") return say("registry_no_claim_review");
  if (Object.hasOwn(refusalWords, code)) return refusalWords[code as keyof typeof refusalWords];
  return Object.hasOwn(fieldFaultWords, code) ? fieldFaultWords[code as FieldFault["code"]] : sayOpen(code);
}

function sayMore(n: number): readonly Phrase[] {
  return n > 0 ? [say("registry_and_more", { n })] : [];
}

function sayAside({ aside }: BuildReport, out: string): readonly Phrase[] {
  const path = rejectedPath(out);
  const has = (what: PutAside["what"]) => aside.some((each) => each.what === what);
  return [
    ...(has("rejected") ? [say("registry_rejected", { why: sayReasons(aside, "rejected"), path })] : []),
    ...(has("left_out") ? [say("registry_left_out", { why: sayReasons(aside, "left_out"), path })] : []),
  ];
}

/** `omitted`: how many more there are than were told. */
export function sayUnknownWords(unknownWords: BuildReport["unknownWords"], omitted = 0): readonly Phrase[] {
  if (unknownWords.length === 0) return [];
  const shown = unknownWords.slice(0, wordsShown).map(({ word, times }): Phrase => {
    const named = word === "" ? say("registry_no_word") : toPhrase(word.replaceAll("\n", " "));
    return { en: `${named.en} ${toGrouped(times)}`, zh: `${named.zh} ${toGrouped(times)}` };
  });
  return [
    say("registry_unknown_words", {
      words: joinPhrases([...shown, ...sayMore(unknownWords.length - wordsShown + omitted)]),
    }),
  ];
}

function sayDuplicates({ duplicates, merged, alikeHere }: BuildReport, out: string): readonly Phrase[] {
  const path = duplicatesPath(out);
  const apart = new Map<Difference, number>();
  for (const { difference } of duplicates.pairs) if (difference !== null) bump(apart, difference);
  const mergeable = duplicates.pairs.filter(({ difference }) => difference === null).length;
  const contradictions = duplicates.pairs.filter(({ isContradiction }) => isContradiction).length;
  const apartCount = duplicates.pairs.length - mergeable;
  const alike = mergeable - alikeHere;
  const why = sayCounts(listCounts(apart).map(([difference, n]) => [differenceWords[difference], n]));
  return [
    ...(alike > 0 && merged === 0 ? [say("registry_duplicates", { n: alike, path })] : []),
    ...(alikeHere > 0 ? [say("registry_alike_here", { n: alikeHere, path })] : []),
    ...(merged > 0 ? [say("registry_merged", { n: merged, path })] : []),
    ...(apartCount > 0 ? [say("registry_alike", { n: apartCount, why, path })] : []),
    ...(contradictions > 0 ? [say("registry_contradictions", { n: contradictions })] : []),
    ...(duplicates.cutShort > 0
      ? [say("registry_duplicates_cut", { n: duplicates.cutShort, max: comparisonsMax })]
      : []),
  ];
}

/** The same for a program. */
export function toBuildJson(report: BuildReport, out: string): Readonly<Record<string, unknown>> {
  const { aside, duplicates, counts, kept, ...numbers } = report;
  return {
    registry: out,
    ...numbers,
    rejected: aside.filter(({ what }) => what === "rejected").length,
    kept: Object.fromEntries(kept),
    duplicates: {
      mergeable: duplicates.pairs.filter(({ difference }) => difference === null).length,
      keptApart: duplicates.pairs.filter(({ difference }) => difference !== null).length,
      contradictions: duplicates.pairs.filter(({ isContradiction }) => isContradiction).length,
      cutShort: duplicates.cutShort,
    },
    ...toCountsJson(counts),
  };
}

export function toCountsJson(counts: RegistryCounts): Readonly<Record<string, unknown>> {
  return {
    entries: counts.entries,
    verdicts: Object.fromEntries(listCounts(counts.verdicts)),
    statuses: Object.fromEntries(listCounts(counts.statuses)),
    recognisable: counts.recognisable,
    obstacles: Object.fromEntries(listCounts(counts.obstacles)),
  };
}
