import { sourceKinds, type Entry, type EntrySource, type Wording } from "../registry/entry.ts";
import { isRecord } from "../registry/fields.ts";
import type { Verdict } from "../registry/verdict.ts";
import type { Draft } from "./draft.ts";
import { findNumber, findText, isOfType, listNames, listValues } from "./json-values.ts";

/**
 * schema.org ClaimReview. What schema.org has a word for stands under that word, the wordings as appearances of the claim with their
 * text. What it has none for stands in `additionalProperty` under `breakwater:` names, which other readers pass over.
 */
const prefix = "breakwater:";
const ownFields = ["status", "origin", "reviewers", "adoptedBy", "rightOfReply"] as const;

/** Steps of Google's scale, for readers that look at numbers; none for what has no place between false and true. */
const steps: Readonly<Partial<Record<Verdict, number>>> = {
  false: 1,
  misleading: 2,
  missing_context: 2,
  outdated: 2,
  mixed: 3,
  true: 5,
};

export type ClaimReviewOptions = {
  /** What a reader is told the verdict is. */
  readonly verdictWords: (verdict: Verdict) => string;
  /** Also who reviewed and adopted, and where it stands: for a copy, not for publication. */
  readonly isInternal: boolean;
};

export function toClaimReview(
  entry: Entry,
  { verdictWords, isInternal }: ClaimReviewOptions,
): Readonly<Record<string, unknown>> {
  const { verdict, validFrom, validTo } = entry;
  const step = steps[verdict];
  const isTimed = validFrom !== undefined || validTo !== undefined;
  return withoutEmpty({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    identifier: entry.id,
    url: entry.url,
    headline: entry.title,
    claimReviewed: entry.claim,
    datePublished: entry.date,
    author: entry.authors.map((name) => ({ "@type": "Organization", name })),
    reviewRating: withoutEmpty({
      "@type": "Rating",
      alternateName: verdictWords(verdict),
      ...(step === undefined ? {} : { ratingValue: step, bestRating: 5, worstRating: 1 }),
    }),
    itemReviewed: withoutEmpty({
      "@type": "Claim",
      temporalCoverage: isTimed ? `${validFrom ?? ".."}/${validTo ?? ".."}` : undefined,
      appearance: entry.wordings.map(toAppearance),
      associatedMedia: entry.media.map((contentUrl) => ({ "@type": "MediaObject", contentUrl })),
    }),
    reviewBody: entry.explanation,
    citation: entry.sources.map(toCitation),
    inLanguage: entry.languages,
    spatialCoverage: entry.regions,
    keywords: entry.tags,
    additionalProperty: isInternal
      ? ownFields
          .filter((name) => entry[name] !== undefined)
          .map((name) => ({ "@type": "PropertyValue", propertyID: `${prefix}${name}`, value: entry[name] }))
      : [],
  });
}

function toAppearance({ text, date, source }: Wording): Readonly<Record<string, unknown>> {
  return withoutEmpty({ "@type": "CreativeWork", text, datePublished: date, url: source });
}

function toCitation(source: EntrySource): unknown {
  const { text, kind, publisher, archive } = source;
  if (Object.keys(source).length === 1) return text;
  return withoutEmpty({
    "@type": "CreativeWork",
    [/^https?:\/\//i.test(text) ? "url" : "name"]: text,
    additionalType: kind === undefined ? undefined : `${prefix}${kind}`,
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
    archivedAt: archive,
  });
}

function withoutEmpty(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0)),
  );
}

const depthMax = 16;

/** Every ClaimReview inside a value: alone, in a list, a `@graph`, a DataFeed, a page's `mainEntity` or wherever else. */
export function listClaimReviews(value: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (depth > depthMax || typeof value !== "object" || value === null) return [];
  if (isOfType(value, "ClaimReview")) return [value];
  return Object.values(value).flatMap((each) => listClaimReviews(each, depth + 1));
}

/** A ClaimReview, ours or anybody's, under our names. */
export function fromClaimReview(review: Readonly<Record<string, unknown>>): Draft {
  const rating = listValues(review["reviewRating"]).find(isRecord) ?? {};
  const claims = listValues(review["itemReviewed"]).filter(isRecord);
  const appearances = claims.flatMap((claim) => [
    ...listValues(claim["appearance"]),
    ...listValues(claim["firstAppearance"]),
  ]);
  const [from, to] = (claims.map((claim) => findText(claim["temporalCoverage"])).find(Boolean) ?? "").split("/");
  const said = toWordings(appearances);
  return {
    fields: {
      id: findId(review),
      claim:
        findText(review["claimReviewed"]) ??
        claims.map((claim) => findText(claim["name"]) ?? findText(claim["text"])).find(Boolean),
      title: findText(review["headline"]) ?? findText(review["name"]),
      url: findText(review["url"]) ?? findText(review["mainEntityOfPage"]),
      date: findText(review["datePublished"]),
      explanation:
        findText(review["reviewBody"]) ?? findText(review["description"]) ?? findText(rating["ratingExplanation"]),
      wordings: said,
      media: [
        ...claims.flatMap((claim) => listNames(claim["associatedMedia"], ["contentUrl", "url", "identifier", "@id"])),
        ...listBareAddresses(appearances),
      ],
      sources: listValues(review["citation"] ?? review["isBasedOn"]).map(toSource),
      languages: listNames(review["inLanguage"], ["alternateName", "name"]),
      regions: listNames(review["spatialCoverage"] ?? review["contentLocation"], ["name", "identifier"]),
      tags:
        typeof review["keywords"] === "string"
          ? review["keywords"].split(/[,，、]/)
          : listNames(review["keywords"], ["name"]),
      authors: listNames(review["author"] ?? review["publisher"], ["name", "url", "@id"]),
      ...(isOpenEnd(from) ? {} : { validFrom: from }),
      ...(isOpenEnd(to) ? {} : { validTo: to }),
      ...listOwn(review["additionalProperty"]),
    },
    rating: {
      words: findText(rating["alternateName"]) ?? findText(rating["name"]),
      value: findNumber(rating["ratingValue"]),
      best: findNumber(rating["bestRating"]),
      worst: findNumber(rating["worstRating"]),
    },
  };
}

function isOpenEnd(end: string | undefined): boolean {
  return end === undefined || end === "" || end === "..";
}

function findId(review: Readonly<Record<string, unknown>>): string | undefined {
  const [named] = listNames(review["identifier"], ["value", "@id"]);
  return named ?? findText(review["@id"]);
}

function toWordings(appearances: readonly unknown[]): readonly unknown[] {
  return appearances.filter(isRecord).flatMap((each) => {
    const text = findText(each["text"]) ?? findText(each["headline"]);
    return text === undefined
      ? []
      : [{ text, date: findText(each["datePublished"]), source: findText(each["url"]) ?? findText(each["@id"]) }];
  });
}

function toSource(citation: unknown): unknown {
  const [text] = listNames(citation, ["url", "@id", "name", "headline"]);
  if (!isRecord(citation) || text === undefined) return text;
  const type = findText(citation["additionalType"]);
  const [publisher] = listNames(citation["publisher"], ["name", "url", "@id"]);
  return {
    text,
    kind: sourceKinds.find((kind) => type === `${prefix}${kind}`),
    publisher,
    archive: findText(citation["archivedAt"]),
  };
}

/** Appearances without a text: where the rumour was seen. */
function listBareAddresses(appearances: readonly unknown[]): readonly string[] {
  return appearances.flatMap((each) => {
    if (isRecord(each) && (findText(each["text"]) ?? findText(each["headline"])) !== undefined) return [];
    return listNames(each, ["url", "@id"]);
  });
}

function listOwn(properties: unknown): Readonly<Record<string, unknown>> {
  const own = listValues(properties)
    .filter(isRecord)
    .flatMap((property) => {
      const name = ownFields.find((field) => property["propertyID"] === `${prefix}${field}`);
      return name === undefined ? [] : [[name, property["value"]] as const];
    });
  return Object.fromEntries(own);
}
