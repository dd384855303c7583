import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RegistryCommand } from "./commands.ts";
import { decide, entryVerbs, evolve, findRefusal } from "./decide.ts";
import type { Entry } from "./entry.ts";
import { findNextStep } from "./next-step.ts";
import { parseEntry } from "./parse-entry.ts";
import { getInForce, getLatest, type EntryRecord } from "./record.ts";
import { listObstacles } from "./standing.ts";

function entryOf(fields: Readonly<Record<string, unknown>> = {}): Entry {
  const parsed = parseEntry({ id: "e1", claim: "The bridge will be closed", verdict: "false", ...fields });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.entry;
}

const url = "https://desk.example/bridge";
const edit = { kind: "edit", changes: { claim: "The bridge is closed" } } as const;
const correct = { kind: "correct", changes: { verdict: "misleading" }, reason: "half of it holds" } as const;
const withdraw = { kind: "withdraw", reason: "we were wrong" } as const;
const grounds = {
  sources: [
    { text: "https://city.example/bridge", kind: "official_statement" },
    { text: "https://gazette.example/visit", kind: "press" },
  ],
  rightOfReply: "We asked whoever posted it first; they did not answer.",
};
const add = { kind: "add", entry: entryOf({ url, ...grounds }) } as const;
const take = { kind: "import", entry: entryOf({ url }) } as const;
const commands = {
  add,
  take,
  edit,
  correct,
  withdraw,
  review: { kind: "review" },
  publish: { kind: "publish" },
  adopt: { kind: "adopt" },
} as const satisfies Record<string, RegistryCommand>;

/** Plays "add@ana review@bo": the record, or the first refusal. */
function play(script: string, start?: EntryRecord): EntryRecord | string {
  let record = start;
  for (const [at, step] of script.split(" ").entries()) {
    const [verb = "", by = ""] = step.split("@");
    const decided = decide(record, commands[verb as keyof typeof commands], { by, at });
    if (!decided.ok) return `${step}: ${decided.refusal}`;
    record = evolve(record, decided.version);
  }
  return record ?? "nothing";
}

function recordOf(script: string): EntryRecord {
  const record = play(script);
  if (typeof record === "string") throw new Error(record);
  return record;
}

const published = "add@ana review@bo review@cy publish@ana";

describe("decide()", () => {
  it.each([
    ["add@ana", "draft", "draft"],
    ["add@ana review@bo", "draft", "draft"],
    ["add@ana review@bo review@cy", "reviewed", "reviewed"],
    [published, "published", "published"],
    // What was published stands until the correction has been reviewed too.
    [`${published} correct@bo`, "draft", "published"],
    [`${published} correct@bo review@ana review@cy`, "reviewed", "published"],
    [`${published} correct@bo review@ana review@cy publish@cy`, "corrected", "corrected"],
    [`${published} correct@bo withdraw@dee`, "withdrawn", "withdrawn"],
    [`${published} withdraw@dee edit@ana`, "draft", "withdrawn"],
    ["take@ana adopt@ana adopt@bo adopt@cy", "published", "published"],
    ["take@ana withdraw@bo", "withdrawn", "withdrawn"],
  ])("%s: the latest is %s, and %s in force", (script, latest, inForce) => {
    const record = recordOf(script);
    expect([getLatest(record).entry.status, getInForce(record).entry.status]).toEqual([latest, inForce]);
    expect(record.versions).toHaveLength(script.split(" ").length);
  });

  it.each([
    ["review@ana", "review@ana: unknown_entry"],
    ["add@", "add@: no_name"],
    ["add@ana add@bo", "add@bo: id_taken"],
    ["add@ana take@bo", "take@bo: id_is_own"],
    ["add@ana review@ana", "review@ana: own_review"],
    ["add@ana review@Ana", "review@Ana: own_review"],
    ["add@ana review@bo review@bo", "review@bo: already_reviewed"],
    ["add@ana review@bo publish@cy", "publish@cy: two_reviews_needed"],
    // Reviews are of a text: a new text needs new ones, also from whoever wrote the old one.
    ["add@ana review@bo review@cy edit@ana publish@ana", "publish@ana: two_reviews_needed"],
    ["add@ana edit@bo review@bo", "review@bo: own_review"],
    ["add@ana edit@ana edit@ana", "edit@ana: no_change"],
    ["add@ana adopt@bo", "adopt@bo: not_imported"],
    ["add@ana correct@bo", "correct@bo: not_yet_published"],
    [`${published} edit@ana`, "edit@ana: already_published"],
    [`${published} publish@ana`, "publish@ana: already_published"],
    [`${published} review@dee`, "review@dee: already_reviewed"],
    [`${published} correct@bo publish@ana`, "publish@ana: two_reviews_needed"],
    [`${published} withdraw@bo withdraw@bo`, "withdraw@bo: withdrawn"],
    [`${published} withdraw@bo review@bo`, "review@bo: withdrawn"],
    [`${published} withdraw@bo publish@bo`, "publish@bo: withdrawn"],
    ["take@ana take@ana", "take@ana: no_change"],
    ["take@ana review@bo", "review@bo: not_own"],
    ["take@ana publish@bo", "publish@bo: not_own"],
    ["take@ana correct@bo", "correct@bo: not_own"],
    ["take@ana adopt@ana adopt@ANA", "adopt@ANA: already_adopted"],
    // What somebody withdrew here does not come back with the next import.
    ["take@ana withdraw@bo take@ana", "take@ana: withdrawn"],
    ["take@ana withdraw@bo edit@ana", "edit@ana: withdrawn"],
    ["take@ana withdraw@bo adopt@ana", "adopt@ana: withdrawn"],
  ])("%s is refused: %s", (script, refusal) => {
    expect(play(script)).toBe(refusal);
  });

  it("publishes nothing that people cannot read, and takes the address when it comes", () => {
    const reviewed = decide(undefined, { kind: "add", entry: entryOf(grounds) }, { by: "ana", at: 0 });
    const start = reviewed.ok ? evolve(undefined, reviewed.version) : undefined;
    expect(play("review@bo review@cy publish@ana", start)).toBe("publish@ana: no_public_url");
    const ready = play("review@bo review@cy", start) as EntryRecord;
    const done = decide(ready, { kind: "publish", url, date: "2026-01-31" }, { by: "ana", at: 3 });
    expect(done.ok && done.version.entry).toMatchObject({ url, date: "2026-01-31", status: "published" });
  });

  it.each([
    ["too_few_sources", { sources: ["https://a.example/1"] }],
    ["one_publisher", { sources: [grounds.sources[1], { text: "https://www.gazette.example/2", kind: "expert" }] }],
    ["one_publisher", { sources: ["The visit", "The letter"] }],
    [
      "official_only",
      { sources: ["https://a.example", "https://b.example"].map((text) => ({ text, kind: "official_statement" })) },
    ],
    ["official_only", { sources: ["https://a.example", "https://b.example"] }],
    ["no_right_of_reply", { rightOfReply: " " }],
  ])("CW-142 asks nobody to stand behind a text that lacks something: %s", (gap, lacking) => {
    const made = decide(
      undefined,
      { kind: "add", entry: entryOf({ url, ...grounds, ...lacking }) },
      { by: "ana", at: 0 },
    );
    const start = made.ok ? evolve(undefined, made.version) : undefined;
    expect(play("review@bo", start)).toBe(`review@bo: ${gap}`);
    expect(start && findNextStep(getLatest(start).entry)).toMatchObject({
      kind: "complete",
      gaps: expect.arrayContaining([gap]) as readonly string[],
    });
    // What was reviewed before this was asked for is not published without it either.
    const reviewed = entryOf({ url, ...grounds, ...lacking, origin: "own", status: "reviewed", authors: ["ana"] });
    const old = { versions: [{ at: 0, by: "cy", action: "reviewed", entry: reviewed }] } as const;
    expect(play("publish@ana", old)).toBe(`publish@ana: ${gap}`);
  });

  it("wants a reason for what takes something back", () => {
    const record = recordOf(published);
    for (const kind of ["withdraw", "correct"] as const) {
      const decided = decide(record, { kind, changes: correct.changes, reason: " " }, { by: "bo", at: 9 });
      expect(decided).toEqual({ ok: false, refusal: "no_reason" });
    }
  });

  it("withdraws what was published, not a correction that nobody reviewed", () => {
    const { entry } = getInForce(recordOf(`${published} correct@bo withdraw@dee`));
    expect(entry).toEqual({ ...getInForce(recordOf(published)).entry, status: "withdrawn" });
  });

  it("takes no entry that a file could not carry", () => {
    const decided = decide(recordOf("add@ana"), { kind: "edit", changes: { claim: " " } }, { by: "ana", at: 1 });
    expect(decided).toEqual({ ok: false, refusal: "not_an_entry" });
  });

  it("an imported text that changed has to be adopted anew", () => {
    const changed = { ...take.entry, claim: "Another claim" };
    const adopted = recordOf("take@ana adopt@ana adopt@bo adopt@cy");
    for (const command of [{ kind: "import", entry: changed }, edit] as const) {
      const decided = decide(adopted, command, { by: "ana", at: 9 });
      expect(decided.ok && decided.version.entry.adoptedBy).toEqual([]);
    }
  });

  it("what its publisher withdrew comes back when its publisher publishes it again", () => {
    const withdrawn = { ...take.entry, status: "withdrawn" } as const;
    const gone = decide(recordOf("take@ana"), { kind: "import", entry: withdrawn }, { by: "ana", at: 1 });
    const record = gone.ok ? evolve(recordOf("take@ana"), gone.version) : undefined;
    expect(record && getInForce(record).entry.status).toBe("withdrawn");
    const back = play("take@ana", record);
    expect(typeof back === "string" ? back : getInForce(back).entry.status).toBe("published");
  });

  it("an import cannot bring its own standing along", () => {
    const forged = entryOf({
      origin: "own",
      status: "published",
      authors: ["a"],
      reviewers: ["b", "c"],
      adoptedBy: ["a", "b", "c"],
      url,
    });
    const decided = decide(undefined, { kind: "import", entry: forged }, { by: "ana", at: 0 });
    expect(decided.ok && listObstacles(decided.version.entry, { trustImports: false })).toEqual(["not_adopted"]);
  });

  it("`null` takes a field away", () => {
    const decided = decide(recordOf("add@ana"), { kind: "edit", changes: { url: null } }, { by: "ana", at: 1 });
    expect(decided.ok && "url" in decided.version.entry).toBe(false);
  });
});

describe("findNextStep()", () => {
  it.each([
    ["add@ana", "review 2 ana"],
    ["add@ana review@bo", "review 1 ana bo"],
    ["add@ana review@bo review@cy", "publish 1"],
    [published, "nothing"],
    [`${published} correct@bo`, "review 2 bo"],
    [`${published} withdraw@bo`, "nothing"],
    ["take@ana", "adopt 3"],
    ["take@ana adopt@ana adopt@bo", "adopt 1 ana bo"],
    ["take@ana adopt@ana adopt@bo adopt@cy", "nothing"],
    ["take@ana withdraw@bo", "nothing"],
  ])("%s: %s", (script, expected) => {
    const next = findNextStep(getLatest(recordOf(script)).entry);
    expect(next === null ? "nothing" : [next.kind, next.people, ...next.notBy].join(" ")).toBe(expected);
  });
});

it("findRefusal() says what decide() would, from the version in force and the newest alone", () => {
  const verbs = Object.keys(commands) as (keyof typeof commands)[];
  const people = ["ana", "bo", "cy"] as const;
  const step = fc.tuple(fc.constantFrom(...verbs), fc.constantFrom(...people));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 16 }), (steps) => {
      let record: EntryRecord | undefined;
      for (const [at, [verb, by]] of steps.entries()) {
        const decided = decide(record, commands[verb], { by, at });
        if (decided.ok) record = evolve(record, decided.version);
      }
      if (record === undefined) return;
      const [inForce, latest] = [getInForce(record), getLatest(record)];
      const short = { versions: inForce === latest ? [latest] : [inForce, latest] };
      for (const verb of entryVerbs) {
        for (const by of people) {
          const decided = decide(record, commands[verb], { by, at: 99 });
          const refusal = decided.ok || decided.refusal === "no_change" ? null : decided.refusal;
          expect(findRefusal(short, verb, by)).toBe(refusal);
        }
      }
    }),
    { seed: 5, numRuns: 500 },
  );
});

it("whatever people do, nothing matches with effect that three of them did not stand behind", () => {
  const verbs = Object.keys(commands) as (keyof typeof commands)[];
  const step = fc.tuple(fc.constantFrom(...verbs), fc.constantFrom("ana", "bo", "cy", "Ana "));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      let record: EntryRecord | undefined;
      for (const [at, [verb, by]] of steps.entries()) {
        const before = record;
        const decided = decide(record, commands[verb], { by, at });
        if (decided.ok) record = evolve(record, decided.version);
        expect(record?.versions.slice(0, before?.versions.length ?? 0) ?? []).toEqual(before?.versions ?? []);
      }
      if (record === undefined) return;
      const inForce = getInForce(record);
      if (listObstacles(inForce.entry, { trustImports: false }).length > 0) return;
      const upTo = record.versions.slice(0, record.versions.indexOf(inForce) + 1);
      const lastText = upTo.findLastIndex(
        ({ action }) => action !== "reviewed" && action !== "adopted" && action !== "published",
      );
      const standing = upTo.slice(lastText).filter(({ action }) => action !== "imported" && action !== "published");
      const people = new Set(
        standing
          .filter(({ action, entry }) => action !== "edited" || entry.origin === "own")
          .map(({ by }) => by.trim().toLowerCase()),
      );
      expect(people.size).toBeGreaterThanOrEqual(3);
    }),
    { seed: 13, numRuns: 2000 },
  );
});
