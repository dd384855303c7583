import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../registry/entry.ts";
import { createRegistry } from "../registry/registry.ts";
import { arbitraryEntry } from "../registry/testing/arbitrary-entry.ts";
import type { Verdict } from "../registry/verdict.ts";
import { toClaimReview } from "./claim-review.ts";
import { csvColumns, toCsvCells } from "./csv-cells.ts";
import { parseFieldMap } from "./field-map.ts";
import { toGoogleClaim } from "./google.ts";
import { importValue, parseRecord, type ImportPreset } from "./import-value.ts";
import { listJsonLd } from "./json-ld.ts";
import { createVerdictReader } from "./verdict-words.ts";

const words: Readonly<Record<Verdict, string>> = {
  false: "False",
  misleading: "Misleading",
  missing_context: "Missing context",
  outdated: "Outdated",
  mixed: "Mixed",
  unproven: "Unproven",
  satire: "Satire",
  true: "True",
};
const verdictWords = (verdict: Verdict) => words[verdict];

function read(
  value: unknown,
  { preset, map = [] }: { preset?: ImportPreset; map?: readonly string[] } = {},
): readonly Entry[] {
  const parsedMap = parseFieldMap(map);
  if (!parsedMap.ok) throw new Error(parsedMap.word);
  const options = { map: parsedMap.map, verdicts: createVerdictReader(), ...(preset === undefined ? {} : { preset }) };
  return importValue(value, options).map((parsed) => {
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.entry;
  });
}

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a round trip loses nothing", () => {
  it("NDJSON: any entry, and any history", () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(read(copy(entry))).toEqual([entry]);
        const registry = createRegistry();
        registry.dispatch(entry.id, { kind: "import", entry }, { by: "ana", at: 1 });
        registry.dispatch(entry.id, { kind: "withdraw", reason: "wrong" }, { by: "bo", at: 2 });
        const record = registry.recordAt(0);
        expect(parseRecord(copy(record))).toEqual({ ok: true, record });
      }),
      { seed: 31 },
    );
  });

  it("CSV: any entry", () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        // What a reader of CSV gives back: cells that hold something, under their header.
        const cells = toCsvCells(entry).map((cell, i) => [csvColumns[i] ?? "", cell] as const);
        expect(read(Object.fromEntries(cells.filter(([, cell]) => cell !== "")), { preset: "csv" })).toEqual([entry]);
      }),
      { seed: 32 },
    );
  });

  it("ClaimReview: any entry, in a page, a graph, a feed or a list", () => {
    const options = { verdictWords, isInternal: true };
    fc.assert(
      fc.property(arbitraryEntry, arbitraryEntry, (a, b) => {
        const reviews = [toClaimReview(a, options), toClaimReview(b, options)];
        const feed = {
          "@type": "DataFeed",
          dataFeedElement: reviews.map((item) => ({ "@type": "DataFeedItem", item: [item] })),
        };
        const script = JSON.stringify({ "@graph": reviews }).replaceAll("<", "\\u003c");
        const page = `<html><!-- <script type="application/ld+json">{"@type":"ClaimReview"}</script> --><body>
          <script>let a = "<script type='application/ld+json'>";</script>
          <SCRIPT id=x type='application/ld+json'>${script}</SCRIPT></body></html>`;
        const blocks = listJsonLd(page);
        expect(blocks.every(({ ok }) => ok)).toBe(true);
        const inPage = blocks.flatMap((block) => (block.ok ? read(block.value) : []));
        for (const entries of [read(copy(reviews)), read({ "@graph": copy(reviews) }), read(copy(feed)), inPage]) {
          expect(entries).toEqual([a, b]);
        }
      }),
      { seed: 33 },
    );
  });

  it("ClaimReview for the public: all but who stood behind it inside, whom it asked, and where it stands", () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const review = copy(toClaimReview(entry, { verdictWords, isInternal: false }));
        expect(JSON.stringify(review)).not.toContain("additionalProperty");
        const { rightOfReply: _, ...rest } = entry;
        const told = { ...rest, origin: "imported", status: "published", reviewers: [], adoptedBy: [] };
        expect(read(review)).toEqual([told]);
      }),
      { seed: 34 },
    );
  });

  it("Google: claim, title, address, date, verdict, first language and first author", () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const [back] = read({ claims: [copy(toGoogleClaim(entry, verdictWords))], nextPageToken: "x" });
        const { claim, title, url, date, verdict } = entry;
        const held = { claim, title, url, date, verdict, languages: entry.languages.slice(0, 1) };
        expect(back).toMatchObject(Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined)));
        if (entry.authors.length > 0) expect(back?.authors).toEqual(entry.authors.slice(0, 1));
      }),
      { seed: 35 },
    );
  });
});

describe("importValue()", () => {
  it("reads what publishers write", () => {
    const review = {
      "@context": "http://schema.org",
      "@type": ["ClaimReview", "Review"],
      "@id": "https://desk.example/1#review",
      url: "https://desk.example/1",
      datePublished: "2020-03-05T10:00:00Z",
      claimReviewed: "Garlic cures it",
      author: [{ "@type": "Organization", name: "The Desk", url: "https://desk.example" }],
      reviewRating: { "@type": "Rating", ratingValue: "1", bestRating: "5", worstRating: "1", alternateName: "FALSE!" },
      itemReviewed: {
        "@type": "Claim",
        author: { name: "A post" },
        datePublished: "2020-03-01",
        firstAppearance: { "@type": "CreativeWork", url: "https://forum.example/9" },
        appearance: [
          "https://forum.example/10",
          { "@type": "CreativeWork", headline: "Eat garlic!", url: "https://forum.example/11" },
        ],
      },
      keywords: "health, food",
      inLanguage: { "@type": "Language", alternateName: "en", name: "English" },
    };
    expect(read({ mainEntity: { hasPart: [review] }, "@type": "WebPage" })).toEqual([
      {
        id: "https://desk.example/1#review",
        claim: "Garlic cures it",
        verdict: "false",
        url: "https://desk.example/1",
        date: "2020-03-05T10:00:00Z",
        wordings: [{ text: "Eat garlic!", source: "https://forum.example/11" }],
        sources: [],
        languages: ["en"],
        regions: [],
        tags: ["health", "food"],
        media: ["https://forum.example/10", "https://forum.example/9"],
        origin: "imported",
        authors: ["The Desk"],
        reviewers: [],
        adoptedBy: [],
        status: "published",
      },
    ]);
  });

  it("takes every review of a claim for itself", () => {
    const claim = {
      text: "Garlic cures it",
      claimReview: [
        { publisher: { name: "A" }, url: "https://a.example/1", textualRating: "False", languageCode: "en" },
        { publisher: { site: "b.example" }, url: "https://b.example/1", textualRating: "属实" },
      ],
    };
    const entries = read(claim);
    expect(entries.map(({ verdict, authors }) => [verdict, authors])).toEqual([
      ["false", ["A"]],
      ["true", ["b.example"]],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
    expect(read(claim)).toEqual(entries);
  });

  it("reads the loose names of others through a map", () => {
    const map = ["id=rid,explanation=debunk", "wordings=seedPost,wordings=title", "verdict=rating.name"];
    const value = { rid: 7, claim: "c", debunk: "d", seedPost: "s", title: "t", rating: { name: "谣言" }, src: "x" };
    expect(read(value, { map })).toMatchObject([
      { id: "7", claim: "c", explanation: "d", wordings: [{ text: "s" }, { text: "t" }], verdict: "false" },
    ]);
    expect(read(value, { map })[0]).not.toHaveProperty("title");
  });

  it("cuts lists in the cells of a table, but never a wording", () => {
    const row = {
      claim: "c",
      verdict: "x",
      tags: "a; b|c",
      wordings: "a; b",
      sources: '["p;q"]',
      media: "[not a list",
    };
    expect(read(row, { preset: "csv" })).toMatchObject([
      { tags: ["a", "b", "c"], wordings: [{ text: "a; b" }], sources: [{ text: "p;q" }], media: ["[not a list"] },
    ]);
  });

  it("gives the verdict that was fixed, whatever a file says", () => {
    const options = { map: new Map(), verdicts: createVerdictReader(), verdict: "outdated" } as const;
    const [parsed] = importValue({ claim: "c", verdict: "true" }, options);
    expect(parsed?.ok && parsed.entry.verdict).toBe("outdated");
  });

  it.each([
    ["a verdict that is a list", { claim: "c", verdict: ["false"] }, "not_a_text"],
    ["no verdict", { claim: "c", id: 1 }, "missing"],
    ["an id that is no text", { claim: 0, verdict: "false", id: {} }, "not_a_text"],
  ])("refuses %s", (_, value, code) => {
    const [parsed] = importValue(value, { map: new Map(), verdicts: createVerdictReader() });
    if (parsed === undefined || parsed.ok) throw new Error("Taken.");
    expect(parsed.faults.map((fault) => fault.code)).toEqual([code]);
  });

  it("takes anything without a fault of its own", () => {
    const options = { map: new Map(), verdicts: createVerdictReader() };
    const review = fc.record({
      "@type": fc.constant("ClaimReview"),
      claimReviewed: fc.anything(),
      itemReviewed: fc.anything(),
      reviewRating: fc.anything(),
      keywords: fc.anything(),
      additionalProperty: fc.anything(),
    });
    const google = fc.record({ text: fc.anything(), claimReview: fc.anything() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), review, google, fc.array(review)), (value) => {
        expect(Array.isArray(importValue(value, options))).toBe(true);
      }),
      { seed: 36, numRuns: 500 },
    );
  });

  it("does not follow a document for ever", () => {
    let deep: unknown = { "@type": "ClaimReview", claimReviewed: "c" };
    for (let i = 0; i < 10_000; i += 1) deep = { "@graph": [deep] };
    expect(importValue(deep, { map: new Map(), verdicts: createVerdictReader() })).toEqual([]);
  });
});

describe("parseRecord()", () => {
  const version = { at: 1, by: "ana", action: "added", entry: read({ id: "a", claim: "c", verdict: "false" })[0] };
  it.each([
    ["no history", { id: "a" }],
    ["an empty one", { versions: [] }],
    ["a version that is none", { versions: [{ ...version, action: "forged" }] }],
    ["a version without a time", { versions: [{ ...version, at: "now" }] }],
    [
      "a version of which something would be lost",
      { versions: [{ ...version, entry: { ...version.entry, date: "soon" } }] },
    ],
    ["two ids", { versions: [version, { ...version, entry: { ...version.entry, id: "b" } }] }],
  ])("refuses %s", (_, value) => {
    expect(parseRecord(value).ok).toBe(false);
  });
});

describe("listJsonLd()", () => {
  it.each([
    [
      "a block hidden from old browsers",
      '<script type=application/ld+json><!-- {"a":1} --></script>',
      [{ ok: true, value: { a: 1 } }],
    ],
    [
      "CDATA",
      '<script type="application/ld+json">/*<![CDATA[*/{"a":1}/*]]>*/</script>',
      [{ ok: true, value: { a: 1 } }],
    ],
    [
      "a line end inside a string",
      '<script type="application/ld+json">{"a":"b\nc"}</script>',
      [{ ok: true, value: { a: "b c" } }],
    ],
    [
      "a block that is no JSON",
      '<script type="application/ld+json">{"a":}</script>',
      [{ ok: false, excerpt: '{"a":}' }],
    ],
    ["a page that ends inside a block", '<script type="application/ld+json">{"a":1}', [{ ok: true, value: { a: 1 } }]],
    ["another script", "<script type=module>{}</script><scripture>", []],
  ])("reads %s", (_, html, blocks) => {
    expect(listJsonLd(html)).toEqual(blocks);
  });

  it("takes hostile pages in a moment", { timeout: 5000 }, () => {
    for (const piece of ["<", "<script", "<script>", "<!--", '<script type="application/ld+json"']) {
      expect(listJsonLd(piece.repeat(200_000)).filter(({ ok }) => ok)).toEqual([]);
    }
  });
});
