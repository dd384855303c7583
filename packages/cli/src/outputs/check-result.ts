import { postUnitsMax, type CheckResult, type Entry, type Match, type Span } from "@breakwater/claims";
import { say } from "../words/catalogue.ts";
import { bandWords, holdWords, relationWords, stanceWords } from "../words/check-words.ts";
import type { Lang } from "../words/phrase.ts";
import { verdictWords } from "../words/registry-terms.ts";
import { toPlainLine } from "./plain-line.ts";

/** One line for programs. `why` tells the features that counted most, the stance and what keeps a match from being recognised. */
export function toCheckJson(
  id: string | number,
  { relation, band, confidence, matches, isEmpty, isCut }: CheckResult,
  trustImports: boolean,
): string {
  return JSON.stringify({
    id,
    relation,
    band,
    confidence: round(confidence),
    ...(isEmpty ? { empty: true } : {}),
    ...(isCut ? { cut: true } : {}),
    ...(trustImports ? { trustImports: true } : {}),
    matches: matches.map((match) => ({
      entry: match.entry,
      relation: match.relation,
      band: match.band,
      confidence: round(match.confidence),
      field: match.field,
      spans: { post: match.spans.post.map(toPair), entry: match.spans.entry.map(toPair) },
      why: {
        features: match.why.features.map(({ feature, value, share }) => ({
          feature,
          value: round(value),
          share: round(share),
        })),
        stance: match.why.stance.stance,
        holds: match.why.holds,
        bySound: match.why.isBySound,
      },
    })),
  });
}

export type ShownCheck = {
  readonly id: string | number;
  readonly text: string;
  readonly result: CheckResult;
  readonly entryOf: (id: string) => Entry;
  readonly lang: Lang;
  /** Whether marks are colours; else they are brackets. */
  readonly isMarked: boolean;
};

/** People are shown this many. */
const shownMax = 3;

/** What a person needs: the rumour, the verdict, where to read it, and what the post shares with it. */
export function renderCheck({ id, text, result, entryOf, lang, isMarked }: ShownCheck): string {
  const shown = result.matches.filter(({ band }) => band !== "nothing").slice(0, shownMax);
  const cut = result.isCut ? `\n  ${say("check_cut", { n: postUnitsMax })[lang]}` : "";
  const head = `${toPlainLine(String(id))}: ${bandWords[result.band][lang]}${cut}`;
  if (result.isEmpty) return `${head}\n  ${say("check_empty")[lang]}\n`;
  if (shown.length === 0) return `${head}\n`;
  return `${head}\n${shown.map((match) => renderMatch(match, text, { entry: entryOf(match.entry), lang, isMarked })).join("\n")}`;
}

type Showing = { readonly entry: Entry; readonly lang: Lang; readonly isMarked: boolean };

function renderMatch(match: Match, text: string, { entry, lang, isMarked }: Showing): string {
  const { relation, confidence, why } = match;
  const said = why.stance.stance === "asserts" ? "" : ` (${stanceWords[why.stance.stance][lang]})`;
  const lines = [
    `${relationWords[relation][lang]}${said} · ${say("check_confidence", { share: `${(100 * confidence).toFixed(confidence > 0.99 ? 1 : 0)}%` })[lang]}`,
    `${verdictWords[entry.verdict][lang]}: ${toPlainLine(entry.claim)}`,
    ...(entry.url === undefined ? [] : [toPlainLine(entry.url)]),
    `${say("check_post")[lang]}: ${markSpans(text, match.spans.post, isMarked)}`,
    `${say("check_entry")[lang]}: ${markSpans(match.fieldText, match.spans.entry, isMarked)}`,
    ...(why.isBySound ? [say("check_by_sound")[lang]] : []),
    ...why.holds.map((hold) => `${say("check_only_suggested")[lang]}: ${holdWords[hold][lang]}`),
  ];
  return `${lines.map((line) => `  ${line}`).join("\n")}\n`;
}

const textShownMax = 400;

function markSpans(text: string, spans: readonly Span[], isMarked: boolean): string {
  const [open, close] = isMarked ? ["\u001b[1;33m", "\u001b[0m"] : ["⟦", "⟧"];
  let shown = "";
  let at = 0;
  for (const { from, to } of spans.filter((span) => span.to <= textShownMax)) {
    shown += `${toPlainLine(text.slice(at, from))}${open}${toPlainLine(text.slice(from, to))}${close}`;
    at = to;
  }
  const rest = text.slice(at, Math.max(at, textShownMax));
  return `${shown}${toPlainLine(rest)}${text.length > textShownMax ? "…" : ""}`;
}

function toPair({ from, to }: Span): readonly [number, number] {
  return [from, to];
}

/** Five digits: more say nothing. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
