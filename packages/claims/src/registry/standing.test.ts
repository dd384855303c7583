import { expect, it } from "vitest";
import type { Entry } from "./entry.ts";
import { listObstacles } from "./standing.ts";
import { completeEntry } from "./testing/complete-entry.ts";
import { verdicts, falseSide } from "./verdict.ts";

const imported: Entry = {
  ...completeEntry,
  origin: "imported",
  authors: ["Other Desk"],
  reviewers: [],
  adoptedBy: ["ana", "bo", "cy"],
};

it.each<[string, Entry, readonly string[]]>([
  ["a completed determination", completeEntry, []],
  ["a corrected one", { ...completeEntry, status: "corrected" }, []],
  ["an adopted import", imported, []],
  ["a draft", { ...completeEntry, status: "draft" }, ["not_published"]],
  ["a withdrawn one", { ...completeEntry, status: "withdrawn" }, ["not_published"]],
  ["two people", { ...completeEntry, reviewers: ["bo"] }, ["too_few_people"]],
  ["an author who reviews herself", { ...completeEntry, reviewers: ["ana", "bo"] }, ["too_few_people"]],
  ["an import that one editor adopted thrice", { ...imported, adoptedBy: ["ana", "ana", "ana"] }, ["not_adopted"]],
  ["one who reviews under two spellings", { ...completeEntry, reviewers: ["bo", " BO"] }, ["too_few_people"]],
  ["no address", { ...completeEntry, url: undefined } as unknown as Entry, ["no_public_url"]],
  ["an address on this machine", { ...completeEntry, url: "file:///notes.txt" }, ["no_public_url"]],
])("listObstacles() of %s", (_, entry, obstacles) => {
  expect(listObstacles(entry, { trustImports: false })).toEqual(obstacles);
});

it("listObstacles() lets no verdict through but those of the false side", () => {
  const free = verdicts.filter(
    (verdict) => listObstacles({ ...completeEntry, verdict }, { trustImports: true }).length === 0,
  );
  expect(free).toEqual(falseSide);
});
