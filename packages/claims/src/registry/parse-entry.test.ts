import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryLimits } from "./entry-limits.ts";
import { parseEntry, type ParsedEntry } from "./parse-entry.ts";
import { arbitraryEntry } from "./testing/arbitrary-entry.ts";

const bare = { id: "e1", claim: "The bridge will be closed", verdict: "false" };

function entryOf(parsed: ParsedEntry) {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.entry;
}

describe("parseEntry()", () => {
  it("asks for three fields only, and takes what says nothing more for a published import", () => {
    expect(parseEntry(bare)).toEqual({
      ok: true,
      leftOut: [],
      entry: {
        ...bare,
        wordings: [],
        sources: [],
        languages: [],
        regions: [],
        tags: [],
        media: [],
        origin: "imported",
        authors: [],
        reviewers: [],
        adoptedBy: [],
        status: "published",
      },
    });
  });

  it("gives back every entry as it is", () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        expect(parseEntry(JSON.parse(JSON.stringify(entry)))).toEqual({ ok: true, entry, leftOut: [] });
      }),
      { seed: 11 },
    );
  });

  it.each([
    ["a number", 7, "", "not_an_object"],
    ["a list", [bare], "", "not_an_object"],
    ["null", null, "", "not_an_object"],
    ["no id", { ...bare, id: undefined }, "id", "missing"],
    ["a blank claim", { ...bare, claim: " \u0000 " }, "claim", "missing"],
    ["a claim that is a list", { ...bare, claim: ["a"] }, "claim", "not_a_text"],
    ["no verdict", { ...bare, verdict: null }, "verdict", "missing"],
    ["another's verdict", { ...bare, verdict: "Pants on Fire" }, "verdict", "not_a_verdict"],
    ["a long id", { ...bare, id: "x".repeat(entryLimits.idUnitsMax + 1) }, "id", "too_long"],
    ["a long claim", { ...bare, claim: "x".repeat(entryLimits.claimUnitsMax + 1) }, "claim", "too_long"],
    ["a time of validity that cannot be read", { ...bare, validTo: "until further notice" }, "validTo", "not_a_date"],
    [
      "a megabyte in all",
      { ...bare, wordings: Array.from({ length: 60 }, () => "x".repeat(entryLimits.wordingUnitsMax)) },
      "",
      "too_long",
    ],
  ])("refuses %s", (_, value, field, code) => {
    expect(parseEntry(value)).toEqual({ ok: false, faults: [{ field, code }] });
  });

  it("names everything that is wrong at once", () => {
    const parsed = parseEntry({ verdict: 3 });
    expect(parsed.ok ? [] : parsed.faults).toEqual([
      { field: "id", code: "missing" },
      { field: "claim", code: "missing" },
      { field: "verdict", code: "not_a_verdict" },
    ]);
  });

  it.each([
    ["date", "soon", "not_a_date"],
    ["title", {}, "not_a_text"],
    ["title", "x".repeat(entryLimits.titleUnitsMax + 1), "too_long"],
    ["tags", [{}], "not_a_text"],
    ["tags", Array.from({ length: entryLimits.itemsMax + 1 }, () => "x"), "too_many"],
    ["wordings", [["x"]], "not_a_wording"],
    ["wordings", Array.from({ length: entryLimits.wordingsMax + 1 }, () => "x"), "too_many"],
    ["origin", "stolen", "not_an_origin"],
  ])("leaves out %s %j alone", (field, value, code) => {
    const parsed = parseEntry({ ...bare, [field]: value });
    expect(parsed.ok && parsed.leftOut).toEqual([{ field, code }]);
    expect(entryOf(parsed)).toEqual(entryOf(parseEntry(bare)));
  });

  it("a status that it does not know makes a draft, which matches nothing", () => {
    expect(entryOf(parseEntry({ ...bare, status: "live" })).status).toBe("draft");
    expect(entryOf(parseEntry({ ...bare, origin: "own" })).status).toBe("draft");
  });

  it("takes ids that are numbers, single texts for lists, and wordings of both forms", () => {
    const value = {
      ...bare,
      id: 0,
      tags: "health",
      wordings: ["a", { text: "b", date: "5 May 2019", source: "x" }, " "],
    };
    expect(entryOf(parseEntry(value))).toMatchObject({
      id: "0",
      tags: ["health"],
      wordings: [{ text: "a" }, { text: "b", date: "2019-05-05", source: "x" }],
    });
  });

  it("takes out what no file can carry: control characters and halves of characters", () => {
    expect(entryOf(parseEntry({ ...bare, claim: "a\u0000b\r\nc\uD800" })).claim).toBe("ab\nc\uFFFD");
  });

  it("takes anything without a fault of its own", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        expect(typeof parseEntry(a).ok).toBe("boolean");
        expect(typeof parseEntry({ ...bare, wordings: a, tags: b, date: a, status: b }).ok).toBe("boolean");
      }),
      { seed: 12 },
    );
  });
});
