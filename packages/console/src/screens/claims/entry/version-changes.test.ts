import type { claimEntry } from "@breakwater/contract";
import { expect, it } from "vitest";
import type { z } from "zod";
import { sourceKindNames, verdictNames } from "../../../words/claim-terms.ts";
import { listChanges } from "./version-changes.ts";

const entry: z.infer<typeof claimEntry> = {
  id: "a",
  claim: "The bridge is closed",
  verdict: "false",
  wordings: [],
  sources: [{ text: "https://a.example", kind: "press" }],
  languages: [],
  regions: [],
  tags: [],
  media: [],
  origin: "own",
  authors: ["ana"],
  reviewers: [],
  adoptedBy: [],
  status: "draft",
};

const words = { verdict: verdictNames.en, kind: sourceKindNames.en };

it("names the fields of the text that changed, and none of the standing", () => {
  const after = {
    ...entry,
    verdict: "misleading" as const,
    url: "https://desk.example",
    wordings: [{ text: "w", date: "2026" }],
    reviewers: ["bo"],
    status: "reviewed" as const,
  };
  expect(listChanges(entry, after, words)).toEqual([
    { field: "verdict", before: "False", after: "Misleading" },
    { field: "wordings", before: "", after: "w · 2026" },
    { field: "url", before: "", after: "https://desk.example" },
  ]);
});

it("tells of the first version everything that it says", () => {
  expect(listChanges(null, entry, words).map(({ field, after }) => `${field}: ${after}`)).toEqual([
    "claim: The bridge is closed",
    "verdict: False",
    "sources: https://a.example · press",
  ]);
});
