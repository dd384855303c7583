import {
  getInForce,
  getLatest,
  listObstacles,
  type Entry,
  type EntryRecord,
  type EntrySource,
  type EntryVersion,
  type Wording,
} from "@breakwater/claims";
import type { WordKey } from "../words/catalogue.ts";
import { say } from "../words/catalogue.ts";
import { joinPhrases, type Lang, type Phrase } from "../words/phrase.ts";
import {
  actionWords,
  obstacleWords,
  originWords,
  sourceKindWords,
  statusWords,
  verdictWords,
} from "../words/registry-terms.ts";
import { toMoment } from "../words/values.ts";
import { toPlainLine } from "./plain-line.ts";

/** An entry for a person: what is in force, where it stands, and all that happened to it. */
export function renderEntry(record: EntryRecord, lang: Lang): string {
  const { entry } = getInForce(record);
  const latest = getLatest(record).entry;
  const rows: readonly (readonly [WordKey, string | undefined])[] = [
    ["registry_label_verdict", verdictWords[entry.verdict][lang]],
    ["registry_label_claim", entry.claim],
    ["registry_label_title", entry.title],
    ["registry_label_explanation", entry.explanation],
    ...entry.wordings.map((wording) => ["registry_label_wording", toWordingLine(wording)] as const),
    ["registry_label_url", entry.url],
    ...entry.sources.map((source) => ["registry_label_source", toSourceLine(source, lang)] as const),
    ["registry_label_reply", entry.rightOfReply],
    [
      "registry_label_valid",
      (entry.validFrom ?? entry.validTo) ? `${entry.validFrom ?? "…"} – ${entry.validTo ?? "…"}` : undefined,
    ],
    ["registry_label_date", entry.date],
    ["registry_label_languages", listed(entry.languages)],
    ["registry_label_regions", listed(entry.regions)],
    ["registry_label_tags", listed(entry.tags)],
    ["registry_label_media", listed(entry.media)],
    ["registry_label_authors", listed(entry.authors)],
    ["registry_label_reviewers", listed(entry.reviewers)],
    ["registry_label_adopted", listed(entry.adoptedBy)],
    ["registry_label_standing", sayStanding(entry)[lang]],
    ["registry_label_pending", latest === entry ? undefined : `${statusWords[latest.status][lang]}: ${latest.claim}`],
  ];
  const shown = rows.filter((row): row is readonly [WordKey, string] => row[1] !== undefined && row[1] !== "");
  const lines = shown.map(([label, text]) => `  ${say(label)[lang]}: ${toPlainLine(text)}`);
  const history = record.versions.map((version) => `    ${toPlainLine(sayVersion(version)[lang])}`);
  return [toPlainLine(entry.id), ...lines, `  ${say("registry_label_history")[lang]}:`, ...history].join("\n");
}

function listed(items: readonly string[]): string {
  return items.join(" · ");
}

function toWordingLine({ text, date, source }: Wording): string {
  const notes = [date, source].filter((note) => note !== undefined);
  return notes.length === 0 ? text : `${text} (${notes.join(", ")})`;
}

function toSourceLine({ text, kind, publisher, archive }: EntrySource, lang: Lang): string {
  const notes = [kind === undefined ? undefined : sourceKindWords[kind][lang], publisher, archive];
  const told = notes.filter((note) => note !== undefined);
  return told.length === 0 ? text : `${text} (${told.join(", ")})`;
}

export function sayStanding(entry: Entry): Phrase {
  const head = joinPhrases([originWords[entry.origin], statusWords[entry.status]]);
  const obstacles = listObstacles(entry, { trustImports: false });
  const next =
    obstacles.length === 0
      ? say("registry_effective")
      : say("registry_only_suggested", { why: joinPhrases(obstacles.map((obstacle) => obstacleWords[obstacle])) });
  return { en: `${head.en}. ${next.en}`, zh: `${head.zh}。${next.zh}` };
}

function sayVersion({ at, by, action, reason }: EntryVersion): Phrase {
  const why = reason === undefined ? "" : say("registry_because", { reason });
  return say("registry_version", { at: toMoment(at, 1000), by, action: actionWords[action], reason: why });
}
