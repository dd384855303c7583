import type { Entry, Match } from "@breakwater/claims";
import type { CheckAnswer, MatchAnswer } from "./check-answer.ts";
import type { ClaimChecker } from "./claim-checker.ts";
import { choosePromptLanguage, toPrompt } from "./prompts.ts";

export type MatchAsked = {
  readonly text: string;
  /** When it was written, milliseconds since 1970. */
  readonly writtenAt: number;
  /** Of its author, a BCP 47 tag. */
  readonly language: string | undefined;
  /** From when on nobody waits for the answer any more, milliseconds since 1970; null: as long as it takes. */
  readonly lateAt: number | null;
};

/** Matches posts with the registry. Takes and gives plain data: it may be in another thread. */
export interface Matcher {
  /** What a post has to do with the claims in force when its turn comes; null where that is too late. Nothing is kept of it. */
  match(asked: MatchAsked): Promise<MatchAnswer | null>;
}

const matchesShown = 5;

/** `now`: milliseconds since 1970, by the clock that `lateAt` is told by. Cost: that of `ClaimChecker.check`, and nothing once it is late. */
export function createMatcher({
  claims,
  now,
}: {
  readonly claims: Pick<ClaimChecker, "check" | "entryOf">;
  readonly now: () => number;
}): Matcher {
  return {
    match: async ({ text, writtenAt, language, lateAt }) => {
      if (lateAt !== null && now() >= lateAt) return null;
      const { relation, band, confidence, matches } = claims.check(text, writtenAt);
      const told = matches.flatMap((match) => {
        const entry = match.band === "nothing" ? undefined : claims.entryOf(match.entry);
        return entry === undefined ? [] : [{ match, entry }];
      });
      const best = told.find(({ match }) => match.band === band);
      return {
        relation,
        band,
        confidence,
        entry: best === undefined ? null : toWireEntry(best.entry),
        matches: told.slice(0, matchesShown).map(({ match, entry }) => toWireMatch(match, entry)),
        prompt: best === undefined ? null : toPrompt(best.match, best.entry, choosePromptLanguage(language, text)),
      };
    },
  };
}

function toWireMatch({ relation, band, confidence, field, fieldText, spans, why }: Match, entry: Entry) {
  return {
    entry: toWireEntry(entry),
    relation,
    band,
    confidence,
    field,
    fieldText,
    spans: { post: spans.post.map(toWireSpan), entry: spans.entry.map(toWireSpan) },
    holds: [...why.holds],
  };
}

function toWireSpan({ from, to }: Match["spans"]["post"][number]): { readonly start: number; readonly end: number } {
  return { start: from, end: to };
}

function toWireEntry({ id, claim, verdict, title, url, languages }: Entry): NonNullable<CheckAnswer["entry"]> {
  return { id, claim, verdict, title: title ?? null, url: url ?? null, languages: [...languages] };
}
