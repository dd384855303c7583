import { expect, it } from "vitest";
import type { Entry } from "./entry.ts";
import { listObstacles } from "./standing.ts";
import { verdicts, falseSide } from "./verdict.ts";

const complete: Entry = {
  id: "e1",
  claim: "The bridge will be closed for a year",
  wordings: [],
  verdict: "false",
  sources: ["https://city.example/bridge"],
  url: "https://desk.example/bridge",
  languages: [],
  regions: [],
  tags: [],
  media: [],
  origin: "own",
  authors: ["ana"],
  reviewers: ["bo", "cy"],
  adoptedBy: [],
  status: "published",
};
const imported: Entry = {
  ...complete,
  origin: "imported",
  authors: ["Other Desk"],
  reviewers: [],
  adoptedBy: ["ana", "bo", "cy"],
};

it.each<[string, Entry, readonly string[]]>([
  ["a completed determination", complete, []],
  ["a corrected one", { ...complete, status: "corrected" }, []],
  ["an adopted import", imported, []],
  ["a draft", { ...complete, status: "draft" }, ["not_published"]],
  ["a withdrawn one", { ...complete, status: "withdrawn" }, ["not_published"]],
  ["two people", { ...complete, reviewers: ["bo"] }, ["too_few_people"]],
  ["an author who reviews herself", { ...complete, reviewers: ["ana", "bo"] }, ["too_few_people"]],
  ["an import that one editor adopted thrice", { ...imported, adoptedBy: ["ana", "ana", "ana"] }, ["not_adopted"]],
  ["one who reviews under two spellings", { ...complete, reviewers: ["bo", " BO"] }, ["too_few_people"]],
  ["no address", { ...complete, url: undefined } as unknown as Entry, ["no_public_url"]],
  ["an address on this machine", { ...complete, url: "file:///notes.txt" }, ["no_public_url"]],
])("listObstacles() of %s", (_, entry, obstacles) => {
  expect(listObstacles(entry, { trustImports: false })).toEqual(obstacles);
});

it("listObstacles() lets no verdict through but those of the false side", () => {
  const free = verdicts.filter(
    (verdict) => listObstacles({ ...complete, verdict }, { trustImports: true }).length === 0,
  );
  expect(free).toEqual(falseSide);
});
