import type { Entry } from "../registry/entry.ts";
import { isRecord } from "../registry/fields.ts";
import type { Verdict } from "../registry/verdict.ts";
import type { Draft } from "./draft.ts";
import { findText, listValues } from "./json-values.ts";

/** The answer of Google's Fact Check Tools `claims:search`. It holds a claim, who checked it, where, when, and their words for it; no more. */
export function toGoogleClaim(
  entry: Entry,
  verdictWords: (verdict: Verdict) => string,
): Readonly<Record<string, unknown>> {
  const [name] = entry.authors;
  const [language] = entry.languages;
  const site = /^https?:\/\/(?:www\.)?([^/?#:]+)/.exec(entry.url ?? "")?.[1];
  const publisher = { ...(name === undefined ? {} : { name }), ...(site === undefined ? {} : { site }) };
  return {
    text: entry.claim,
    claimReview: [
      {
        ...(name === undefined && site === undefined ? {} : { publisher }),
        ...(entry.url === undefined ? {} : { url: entry.url }),
        ...(entry.title === undefined ? {} : { title: entry.title }),
        ...(entry.date === undefined ? {} : { reviewDate: entry.date }),
        textualRating: verdictWords(entry.verdict),
        ...(language === undefined ? {} : { languageCode: language }),
      },
    ],
  };
}

/** Each review of each claim: an answer, a list of claims, or one claim. */
export function fromGoogleClaims(value: unknown): readonly Draft[] {
  const claims = isRecord(value) && "claims" in value ? value["claims"] : value;
  return listValues(claims)
    .filter(isRecord)
    .flatMap((claim) =>
      listValues(claim["claimReview"])
        .filter(isRecord)
        .map((review) => fromReview(claim, review)),
    );
}

function fromReview(claim: Readonly<Record<string, unknown>>, review: Readonly<Record<string, unknown>>): Draft {
  const publisher = isRecord(review["publisher"]) ? review["publisher"] : {};
  return {
    fields: {
      claim: findText(claim["text"]),
      title: findText(review["title"]),
      url: findText(review["url"]),
      date: findText(review["reviewDate"]),
      languages: findText(review["languageCode"]),
      authors: findText(publisher["name"]) ?? findText(publisher["site"]),
    },
    rating: { words: findText(review["textualRating"]) },
  };
}

export function isGoogleAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (
    "claimReview" in value || listValues(value["claims"]).some((claim) => isRecord(claim) && "claimReview" in claim)
  );
}
