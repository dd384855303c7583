import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createVerdictReader, encodeRegistryFile, verdicts } from "@breakwater/claims";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";
import { helpWords } from "../words/help.ts";
import { langs } from "../words/phrase.ts";
import { verdictWords } from "../words/registry-terms.ts";
import { openRegistry } from "./registry-store.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-registry-"));
const registry = join(folder, "registry.bw");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Runs `registry …` on the test's registry. */
async function registryRun(...args: readonly string[]) {
  const terminal = openRememberingTerminal();
  const where = args[0] === "build" ? "--out" : "--registry";
  const at = args[0] === "verdicts" || args.includes(where) ? [] : [where, registry];
  return { code: await run(["registry", ...args, ...at], terminal), ...terminal.said };
}

async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await registryRun(...args);
  if (code !== 0) throw new Error(err);
  return out;
}

function lines(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

const rumours = [
  {
    id: "a",
    claim: "Garlic cures the flu",
    verdict: "Pants on Fire",
    url: "https://desk.example/a",
    wordings: ["Eat garlic!"],
  },
  { id: "b", claim: "桥要封闭一年", verdict: "谣言", url: "https://desk.example/b" },
  { id: "c", claim: "The mayor has resigned", verdict: "Bananas", date: "soon" },
];
const ndjson = rumours.map((rumour) => `${JSON.stringify(rumour)}\n`).join("");

describe("registry build", () => {
  it("tells who watches where it is, and leaves the line empty", async () => {
    const said: string[] = [];
    const entries = Array.from({ length: 2001 }, (_, i) => ({
      id: `e${i}`,
      claim: `The mayor owns ${i} boats`,
      verdict: "false",
    }));
    const path = file("many.ndjson", entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    const watched = { ...openRememberingTerminal(), isWatched: true, err: (text: string) => void said.push(text) };
    expect(await run(["registry", "build", path, "--out", registry], watched)).toBe(0);
    const at = (words: string): number => said.findIndex((line) => line.includes(words));
    const stages = ["comparing 2,001 entries", "indexing the registry: 0%", `writing ${registry}`].map(at);
    expect(stages).toEqual(stages.toSorted((a, b) => a - b));
    expect(stages).not.toContain(-1);
    expect(said.at(-1)).toBe("\r\u001B[K");
    const quiet = openRememberingTerminal();
    expect(await run(["registry", "build", path, "--out", registry, "--quiet"], { ...quiet, isWatched: true })).toBe(0);
    expect(quiet.said).toEqual({ out: "", err: "" });
  });

  it("takes what it can, puts the rest aside with reasons, and says both", async () => {
    const out = await done("build", file("in.ndjson.gz", gzipSync(`${ndjson}{"id":\n{"id":"d","claim":"x"}\n[1]\n`)));
    expect(out).toContain("Read 6 records: 3 new, 0 updated, 0 as before, 0 merged, 3 rejected.");
    expect(out).toContain("Bananas 1");
    expect(out).toContain("verdicts: False 2, Unproven 1");
    expect(out).toContain("0 can be recognised");
    const aside = lines(readFileSync(`${registry}.rejected.ndjson`, "utf8"));
    expect(aside.map(({ line, what, reasons }) => [line, what, reasons])).toEqual([
      [3, "left_out", [{ field: "date", code: "not_a_date" }]],
      [4, "rejected", [{ field: "", code: "bad_json" }]],
      [5, "rejected", [{ field: "verdict", code: "missing" }]],
      [6, "rejected", [{ field: "", code: "not_an_object" }]],
    ]);
    expect(readdirSync(folder).sort()).toEqual(["in.ndjson.gz", "registry.bw", "registry.bw.rejected.ndjson"]);
  });

  it("of the same file again changes nothing, of a new one adds versions", async () => {
    const input = file("in.ndjson", ndjson);
    await done("build", input);
    expect(JSON.parse(await done("build", input, "--json"))).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 3,
      entries: 3,
    });
    for (const by of ["ana", "bo", "cy"]) await done("adopt", "a", "--by", by);
    const out = await done(
      "build",
      file("in.ndjson", ndjson.replace("Eat garlic!", "Eat more garlic!")),
      "--by",
      "dee",
    );
    expect(out).toContain("0 new, 1 updated, 2 as before");
    expect(out).toContain("1 updated entry was adopted before");
    const [shown] = lines(await done("show", "a", "--json"));
    const people = ["breakwater import", "ana", "bo", "cy", "dee"];
    expect(shown).toMatchObject({ versions: people.map((by) => ({ by })) });
  });

  it("keeps what was withdrawn here withdrawn", async () => {
    const input = file("in.ndjson", ndjson);
    await done("build", input);
    await done("withdraw", "a", "--by", "ana", "--reason", "we erred");
    expect(await done("build", input)).toContain("Kept as they stand here: 1 (it is withdrawn).");
    expect(await done("show", "a")).toContain("withdrawn");
  });

  it("reads pages, Google's answers and tables with other names", async () => {
    const review = {
      "@type": "ClaimReview",
      claimReviewed: "Moon cheese",
      url: "https://a.example/1",
      reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1 },
    };
    const page = `<!doctype html><script type="application/ld+json">${JSON.stringify({ "@graph": [review] })}</script>
      <script type="application/ld+json">{"@type":</script>`;
    const google = {
      claims: [{ text: "Sun ice", claimReview: [{ url: "https://b.example/1", textualRating: "Miscaptioned" }] }],
    };
    const table = "Nr;Satz;Wertung;Tags\n7;Wet fire;0;a|b\n8;Dry rain;;\n";
    const out = await done("build", file("p.html", page), file("g.json", JSON.stringify(google, null, 2)));
    expect(out).toContain("Read 3 records: 2 new");
    await done(
      "build",
      file("t.csv", table),
      "--map",
      "id=Nr,claim=Satz,verdict=Wertung",
      "--map",
      "tags=Tags",
      "--verdict",
      "outdated",
    );
    const found = lines(await done("export", "--to", "ndjson"));
    expect(found.map(({ claim, verdict, tags }) => [claim, verdict, tags])).toEqual([
      ["Moon cheese", "false", []],
      ["Sun ice", "misleading", []],
      ["Wet fire", "outdated", ["a", "b"]],
      ["Dry rain", "outdated", []],
    ]);
  });

  it("asks a person's table of verdicts first", async () => {
    const words = file("words.txt", "# ours\nBananas = misleading\npants on fire = outdated\n");
    expect(await done("build", file("in.ndjson", ndjson), "--verdicts", words)).toContain(
      "False 1, Misleading 1, Outdated 1",
    );
  });

  it("lists what reads alike, or makes it one, and tells contradictions", async () => {
    const claim = "The old bridge over the river will be closed for a whole year";
    const alike = [
      { id: "x", claim, verdict: "false" },
      { id: "y", claim: `${claim}!`, verdict: "false" },
      { id: "z", claim, verdict: "true" },
    ];
    const input = file("in.json", JSON.stringify(alike, null, 1));
    const out = await done("build", input, "--preset", "ndjson");
    expect(out).toContain("1 pair reads alike and could be one entry");
    expect(out).toContain("1 pair of entries contradict each other");
    expect(lines(readFileSync(`${registry}.duplicates.ndjson`, "utf8"))).toHaveLength(2);
    expect(await done("show", "--contradictions")).toBe(
      `x  False  ${claim}\nz  True  ${claim}\n\n1 pair of entries contradict each other; correct or withdraw one of each.\n`,
    );
    expect(JSON.parse(await done("show", "--contradictions", "--json"))).toMatchObject([{ id: "x" }, { id: "z" }]);
    expect(await done("show", "y", "--contradictions")).toMatch(/^0 pairs/);
    rmSync(registry);
    expect(await done("build", input, "--preset", "ndjson", "--merge-duplicates")).toContain(
      "2 new, 0 updated, 0 as before, 1 merged",
    );
    expect(await done("show", "x")).toContain(`worded as: ${claim}!`);
  });

  it("tells what reads like an entry that is here already, and leaves that alone", async () => {
    const claim = "The old bridge over the river will be closed for a whole year";
    await done("build", file("in.ndjson", JSON.stringify({ id: "x", claim, verdict: "false" })));
    const more = [
      { id: "y", claim: `${claim}!`, verdict: "false" },
      { id: "z", claim, verdict: "true" },
    ];
    const input = file("more.ndjson", more.map((entry) => JSON.stringify(entry)).join("\n"));
    const out = await done("build", input, "--merge-duplicates");
    expect(out).toContain("2 new, 0 updated, 0 as before, 0 merged");
    expect(out).toContain("1 pair reads like an entry that was here before");
    expect(out).not.toContain("could be one entry");
    expect(out).toContain("contradict");
    expect(await done("show", "x")).not.toContain("worded as");
  });

  it("rejects the second of two entries of one id, unless it is the same", async () => {
    const [a = ""] = ndjson.split("\n");
    const out = await done("build", file("in.ndjson", `${a}\n${a}\n${a.replace("cures", "heals")}\n`));
    expect(out).toContain("Read 3 records: 1 new, 0 updated, 1 as before, 0 merged, 1 rejected.");
  });

  it("counts imports as adopted only when told, says so, and writes nothing of it", async () => {
    const input = file("in.ndjson", ndjson);
    const out = await done("build", input, "--trust-imports");
    expect(out).toContain("2 can be recognised");
    expect(out).toContain("Imports are counted as adopted");
    expect(await done("show")).toContain("0 can be recognised");
  });

  it("does not believe a stranger's file about who stands behind it", async () => {
    const forged = { ...rumours[0], origin: "own", authors: ["x"], reviewers: ["y", "z"], adoptedBy: ["x", "y", "z"] };
    expect(await done("build", file("in.ndjson", JSON.stringify(forged)))).toContain("0 can be recognised");
  });

  it.each([
    ["no file", [], "Name the files to import"],
    ["a missing file", ["nowhere.ndjson"], "There is no file"],
    ["a field that is none", ["x", "--map", "colour=x"], "--map colour=x is not FIELD=COLUMN"],
    ["a verdict that is none", ["x", "--verdict", "maybe"], "--verdict maybe is none of false, "],
    ["a preset that is none", ["x", "--preset", "maybe"], "--preset maybe is none of ndjson, "],
    ["an option that is none", ["x", "--adopt"], "Unknown option '--adopt'"],
  ])("with %s says what to do", async (_, args, message) => {
    const { code, err } = await registryRun("build", ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("of nothing usable writes no registry, but the reasons", async () => {
    const { code, err } = await registryRun("build", file("in.ndjson", '{"text":"x"}\n'));
    expect(code).toBe(2);
    expect(err).toContain("id missing 1");
    expect(existsSync(registry)).toBe(false);
    expect(existsSync(`${registry}.rejected.ndjson`)).toBe(true);
    expect((await registryRun("build", file("empty.ndjson", " \n"))).err).toContain("There is no record in");
    const words = file("words.txt", "\nhello\n");
    expect((await registryRun("build", "x", "--verdicts", words)).err).toContain("line 2");
  });
});

const bare = ["--claim", "Ten ships have left", "--verdict", "false", "--id", "own-1"] as const;
const grounds = [
  "--source",
  "document|Port of Ort|The harbour's log",
  "--source",
  "https://gazette.example/1",
] as const;
const own = [...bare, ...grounds, "--reply", "We asked whoever posted it; no answer."] as const;

describe("registry add, edit, review, publish, adopt, withdraw", () => {
  it("take three people from a draft to what can be recognised", async () => {
    expect(await done("add", "--by", "Ana", ...own, "--wording", "10 ships!", "--tag", "sea")).toContain(
      `There was no ${registry}; it is new.\nown-1: added, now draft.\n  It needs 2 reviews`,
    );
    expect((await registryRun("review", "own-1", "--by", "ana")).code).toBe(3);
    await done("review", "own-1", "--by", "Bo");
    expect((await registryRun("publish", "own-1", "--by", "Ana", "--url", "https://desk.example/1")).err).toContain(
      "two people",
    );
    expect(await done("review", "own-1", "--by", "Cy")).toContain("It can be published");
    expect((await registryRun("publish", "own-1", "--by", "Ana")).err).toContain("--url");
    expect(
      await done("publish", "own-1", "--by", "Ana", "--url", "https://desk.example/1", "--date", "5 May 2026"),
    ).toContain("It can be recognised");
    const shown = await done("show", "own-1");
    expect(shown).toContain("dated: 2026-05-05");
    expect(shown).toContain("reviewed by: Bo · Cy");
  });

  it("ask for sources and the right of reply before anybody reviews", async () => {
    const said = await done("add", "--by", "Ana", ...bare, "--source", "The harbour's log");
    expect(said).toContain("fewer than two sources");
    expect((await registryRun("review", "own-1", "--by", "Bo")).err).toContain("--source");
    await done("edit", "own-1", "--by", "Ana", ...grounds);
    expect((await registryRun("review", "own-1", "--by", "Bo")).err).toContain("--reply");
    await done("edit", "own-1", "--by", "Ana", "--reply", "They could not be reached.");
    await done("review", "own-1", "--by", "Bo");
    const shown = await done("show", "own-1");
    expect(shown).toContain("source: The harbour's log (document, Port of Ort)");
    expect(shown).toContain("right of reply: They could not be reached.");
    const odd = await registryRun("edit", "own-1", "--by", "Ana", "--source", "gossip|Ada|x");
    expect(odd.err).toContain("--source gossip is none of document, ");
  });

  it("correct what is published without taking it away meanwhile", async () => {
    await done("add", "--by", "Ana", ...own, "--url", "https://desk.example/1");
    for (const by of ["Bo", "Cy"]) await done("review", "own-1", "--by", by);
    await done("publish", "own-1", "--by", "Ana");
    expect((await registryRun("edit", "own-1", "--by", "Bo", "--verdict", "misleading")).err).toContain("--reason");
    const out = await done("edit", "own-1", "--by", "Bo", "--verdict", "misleading", "--reason", "some left");
    expect(out).toContain("stays in force");
    expect(await done("show", "own-1")).toContain("verdict: False");
    for (const by of ["Ana", "Cy"]) await done("review", "own-1", "--by", by);
    await done("publish", "own-1", "--by", "Cy");
    const shown = await done("show", "own-1");
    expect(shown).toContain("verdict: Misleading");
    expect(shown).toContain("correction begun by Bo: some left");
  });

  it("edit lists by adding, and clear fields", async () => {
    await done("add", "--by", "Ana", ...own, "--tag", "sea", "--title", "Ships");
    await done("edit", "own-1", "--by", "Ana", "--tag", "port", "--clear", "title", "--wording", "w");
    expect(lines(await done("search", "ships", "--json"))[0]).toMatchObject({
      tags: ["sea", "port"],
      wordings: [{ text: "w" }],
    });
    expect(await done("show", "own-1")).not.toContain("title:");
    await done("edit", "own-1", "--by", "Ana", "--clear", "tags", "--tag", "only");
    expect(lines(await done("search", "ships", "--json"))[0]).toMatchObject({ tags: ["only"] });
  });

  it("adopt many at once, and say which were refused", async () => {
    await done("build", file("in.ndjson", ndjson));
    const ids = file("ids.txt", "a\r\nb\n\n");
    for (const by of ["ana", "bo", "cy"]) await done("adopt", "--ids", ids, "--by", by);
    const again = await registryRun("adopt", "a", "c", "nobody", "--by", "ana");
    expect(again.code).toBe(3);
    expect(again.out).toContain("c: adopted");
    expect(again.err).toContain("a: you have adopted it already.");
    expect(again.err).toContain("nobody: there is no such entry");
    expect(await done("show")).toContain("2 can be recognised");
  });

  it.each([
    ["add without a claim", ["add", "--by", "ana", "--verdict", "false"], "Give the claim"],
    ["add without a name", ["add", ...own], "--by NAME"],
    ["add with a bad date", ["add", "--by", "ana", ...own, "--date", "3/4/2020"], "date: not a date"],
    ["edit without an id", ["edit", "--by", "ana"], "Name the entries"],
    ["clear what must be there", ["edit", "x", "--by", "ana", "--clear", "claim"], "--clear claim is none of"],
    ["adopt in a registry that is not there", ["adopt", "x", "--by", "ana"], "There is no registry"],
    ["withdraw with an option of another command", ["withdraw", "x", "--claim", "y"], "Unknown option"],
    ["a command that is none", ["forget"], "There is no registry forget"],
    ["a search for nothing", ["search"], "Give the words"],
  ])("%s: says what to do", async (_, args, message) => {
    const { code, err } = await registryRun(...args);
    expect(code).toBeGreaterThan(1);
    expect(err).toContain(message);
    expect(existsSync(registry)).toBe(false);
  });
});

describe("registry search", () => {
  it("ranks the claim before other fields, and knows both scripts", async () => {
    const entries = [
      { id: "1", claim: "x", verdict: "false", explanation: "謠言 about garlic" },
      { id: "2", claim: "谣言 GARLIC", verdict: "true" },
    ];
    await done("build", file("in.ndjson", entries.map((entry) => JSON.stringify(entry)).join("\n")));
    expect(lines(await done("search", "谣言", "garlic", "--json")).map(({ id }) => id)).toEqual(["2", "1"]);
    expect(lines(await done("search", "garlic", "--verdict", "true", "--json")).map(({ id }) => id)).toEqual(["2"]);
    expect(await done("search", "garlic", "--top", "1")).toContain("1 of 2 shown");
    expect(await done("search", "nothing of it")).toBe("0 entries found.\n");
  });

  it("lets no text steer the terminal", async () => {
    const claim = "a\u001B[31mred\u202Eback\nline";
    await done("build", file("in.ndjson", JSON.stringify({ id: "1", claim, verdict: "false" })));
    for (const out of [await done("search", "red"), await done("show", "1")]) {
      expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
      expect(out).toContain("⏎ line");
    }
  });
});

describe("registry export", () => {
  it.each([
    ["ndjson", []],
    ["csv", ["--preset", "csv"]],
  ] as const)("to %s and back loses nothing of the entries", async (form, options) => {
    await done("build", file("in.ndjson", ndjson));
    await done("add", "--by", "Ana", ...own, "--wording", '=1+1, "quoted"\nline');
    const copy = join(folder, `copy.${form}`);
    expect(await done("export", "--to", form, "--out", copy)).toContain("Wrote 4 entries");
    const other = join(folder, "other.bw");
    await done("build", copy, "--own", ...options, "--out", other);
    expect([...openRegistry(other).registry.entries()]).toEqual([...openRegistry(registry).registry.entries()]);
  });

  it("with history is a copy of the registry, its entries to the byte", async () => {
    await done("build", file("in.ndjson", ndjson));
    await done("adopt", "a", "--by", "Ana");
    await done("withdraw", "b", "--by", "Ana", "--reason", "x");
    const copy = file("copy.ndjson", await done("export", "--to", "ndjson", "--history"));
    const other = join(folder, "other.bw");
    await done("build", copy, "--own", "--out", other);
    const entriesOf = (path: string) => encodeRegistryFile({ ...openRegistry(path), sections: new Map() });
    expect(entriesOf(other)).toEqual(entriesOf(registry));
    expect(JSON.parse(await done("build", copy, "--own", "--out", other, "--json"))).toMatchObject({ unchanged: 3 });
  });

  it.each(["claimreview", "google"])("to %s gives strangers only what is published", async (form) => {
    await done("build", file("in.ndjson", ndjson));
    await done("add", "--by", "Ana", ...own);
    const copy = join(folder, "copy.json");
    expect(await done("export", "--to", form, "--out", copy, "--lang", "zh")).toContain("略去 1 个未发布的条目");
    const other = join(folder, "other.bw");
    await done("build", copy, "--out", other);
    const told = [...openRegistry(other).registry.entries()].map(({ claim, verdict, url }) => [claim, verdict, url]);
    expect(told).toEqual(
      [...openRegistry(registry).registry.entries()]
        .slice(0, 3)
        .map(({ claim, verdict, url }) => [claim, verdict, url]),
    );
    expect((await done("export", "--to", form, "--all")).includes("Ten ships")).toBe(true);
  });
});

describe("a registry file", () => {
  it.each([
    ["cut in half", (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2), "ends too early"],
    [
      "with a byte changed",
      (bytes: Uint8Array) => bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1),
      "index is damaged",
    ],
    ["that is a page", () => Buffer.from("<html>"), "is not a registry"],
  ])("%s is refused by every command, and left alone", async (_, spoil, message) => {
    await done("build", file("in.ndjson", ndjson));
    const spoilt = spoil(new Uint8Array(readFileSync(registry)));
    writeFileSync(registry, spoilt);
    for (const args of [["show"], ["adopt", "a", "--by", "ana"], ["build", join(folder, "in.ndjson")]]) {
      const { code, err } = await registryRun(...args);
      expect(code).toBe(2);
      expect(err).toContain(message);
      expect(new Uint8Array(readFileSync(registry))).toEqual(new Uint8Array(spoilt));
    }
    expect(existsSync(`${registry}.lock`)).toBe(false);
  });

  it("is changed by one command at a time; a lock whose process is gone is taken over", async () => {
    await done("build", file("in.ndjson", ndjson));
    file("registry.bw.lock", String(process.ppid));
    expect((await registryRun("adopt", "a", "--by", "ana")).err).toContain(`process ${process.ppid}`);
    expect(await done("show")).toContain("3 entries");
    file("registry.bw.lock", "");
    expect((await registryRun("adopt", "a", "--by", "ana")).err).toContain("delete");
    file("registry.bw.lock", "999999999");
    expect(await done("adopt", "a", "--by", "ana")).toContain("2 more editors");
    expect(existsSync(`${registry}.lock`)).toBe(false);
  });

  it("behind a link stays behind it", async () => {
    const link = join(folder, "link.bw");
    await done("build", file("in.ndjson", ndjson));
    symlinkSync(registry, link);
    await done("adopt", "a", "--by", "ana", "--registry", link);
    expect(await done("show", "a")).toContain("adopted by: ana");
  });
});

it("each verdict's words, in both languages, are read back as that verdict", () => {
  const reader = createVerdictReader();
  for (const verdict of verdicts)
    for (const lang of langs) expect(reader.read({ words: verdictWords[verdict][lang] })).toBe(verdict);
});

it.each(["build", "add", "edit", "review", "publish", "adopt", "withdraw", "show", "search", "export", "verdicts"])(
  "registry %s has help of its own, asked for in three ways",
  async (verb) => {
    const terminal = openRememberingTerminal();
    await run(["registry", verb, "--help"], terminal);
    await run(["help", "registry", verb], terminal);
    await run(["registry", "help", verb], terminal);
    const text = helpWords[`registry ${verb}` as keyof typeof helpWords].en;
    expect(terminal.said.out).toBe(text.repeat(3));
  },
);

it("registry alone says what there is, and verdicts writes the table", async () => {
  const terminal = openRememberingTerminal();
  await run(["registry"], terminal);
  expect(terminal.said.out).toContain("breakwater registry COMMAND");
  expect(await done("verdicts")).toContain("pants on fire");
});
