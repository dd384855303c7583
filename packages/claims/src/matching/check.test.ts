import { describe, expect, it } from "vitest";
import type { Entry } from "../registry/entry.ts";
import { completeEntry } from "../registry/testing/complete-entry.ts";
import { postUnitsMax, type CheckOptions, type CheckResult } from "./check.ts";
import { createClaimRegistry, openClaimRegistry, type ClaimRegistry } from "./claim-registry.ts";

const bridge: Entry = {
  ...completeEntry,
  id: "bridge",
  claim: "市政府宣布跨江大桥将从5月1日起封闭三年进行维修",
  wordings: [{ text: "紧急通知！跨江大桥5月1日起全部封闭，一修就是三年，赶紧转给家人！" }],
  explanation: "市交通局说明，大桥照常通行，夜间检修不影响车辆，所谓长期停止使用的消息没有出处。",
};
const mast: Entry = {
  ...completeEntry,
  id: "mast",
  claim: "The new radio mast on Harbour Hill makes 40 children ill every week",
  wordings: [
    { text: "BREAKING 40 kids a week fall ill because of the Harbour Hill radio mast, share before they delete it" },
  ],
  title: "Does the Harbour Hill mast make children ill?",
};

/** Others about other things, so that common words are known to be common. */
const topics = ["水库", "医院", "学校", "面粉", "鸡蛋", "地铁", "机场", "口罩", "药店", "银行"];
const others: readonly Entry[] = topics.flatMap((topic, i) => [
  { ...completeEntry, id: `zh${i}`, claim: `本市${topic}将在下周宣布停止向居民提供服务`, wordings: [] },
  {
    ...completeEntry,
    id: `en${i}`,
    claim: `The city will close every ${["bank", "clinic", "school", "market", "port", "mill", "farm", "bus", "pool", "park"][i]} next week`,
    wordings: [],
  },
]);

function open(entries: readonly Entry[]): ClaimRegistry & { readonly entries: Map<string, Entry> } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const registry = createClaimRegistry({ entryOf: (id) => byId.get(id) });
  for (const entry of entries) registry.put(entry);
  return { ...registry, entries: byId };
}

const options: CheckOptions = { top: 5, at: Date.UTC(2026, 4, 1), trustImports: false };
const all = [bridge, mast, ...others];
const registry = open(all);
const check = (text: string): CheckResult => registry.check(text, options);

describe("check()", () => {
  it.each([
    ["a copy of a wording", bridge.wordings[0]?.text ?? "", "repeats", "recognised", "bridge"],
    [
      "the claim in Traditional characters with readings",
      "市政府宣布跨江大橋(qiáo)將從5月1日起封閉三年進行維修",
      "repeats",
      "recognised",
      "bridge",
    ],
    [
      "a copy in characters of the same sound",
      "紧急通知！跨江大乔5月1日起全部封币，一修就是三年，赶紧转给家人！",
      "repeats",
      "recognised",
      "bridge",
    ],
    [
      "a copy with other words around",
      `大家注意了，刚听邻居说的。${bridge.wordings[0]?.text} 我已经告诉同事了`,
      "repeats",
      "recognised",
      "bridge",
    ],
    ["an English copy", mast.wordings[0]?.text ?? "", "repeats", "recognised", "mast"],
    ["a debunk", `辟谣：${bridge.claim}，此消息不实`, "mentions", "suggest", "bridge"],
    ["a question", `${bridge.claim}，真的假的`, "mentions", "suggest", "bridge"],
    ["an English debunk", `Fact check: ${mast.claim}. It does not.`, "mentions", "suggest", "mast"],
  ] as const)("recognises %s", (_, text, relation, band, entry) => {
    const result = check(text);
    expect([result.relation, result.band, result.matches[0]?.entry]).toEqual([relation, band, entry]);
  });

  it.each([
    ["another day", bridge.claim.replace("5月1日", "6月9日"), "other_quantity"],
    ["other numbers", mast.claim.replace("40 children", "4 children"), "other_quantity"],
    ["the contrary", bridge.claim.replace("将从5月1日起封闭", "5月1日起不会封闭"), "other_negation"],
    [
      "the contrary in English",
      mast.claim.replace("makes 40 children ill", "does not make 40 children ill"),
      "other_negation",
    ],
  ])("does not recognise %s", (_, text, hold) => {
    const { band, matches } = check(text);
    expect(band).toBe("suggest");
    expect(matches[0]?.why.holds).toContain(hold);
  });

  it.each([
    ["nothing", ""],
    ["a space", " "],
    ["one character", "桥"],
    ["emoji alone", "😀🎉👍"],
    ["an address alone", "https://desk.example/1"],
    ["an unrelated post", "今天去爬山，看到了很多野花，拍了不少照片"],
    ["an unrelated English post", "Had the best coffee with my sister this morning"],
    ["right-to-left text", "السلام عليكم ورحمة الله وبركاته"],
    ["halves of characters", "\ud83d\udc00\ud800"],
    ["a short share of a claim", "大桥"],
  ])("finds nothing in %s", (_, text) => {
    expect(check(text)).toMatchObject({ relation: "none", band: "nothing" });
  });

  it("reads the beginning of a megabyte, at once, and says so", () => {
    const long = `${bridge.wordings[0]?.text}${"我们今天说点别的事情。".repeat(100_000)}`;
    expect(check(long)).toEqual(check(long.slice(0, postUnitsMax + 1)));
    expect(check(long)).toMatchObject({ isCut: true });
    expect(check("a".repeat(1_000_000))).toMatchObject({ band: "nothing", isCut: true });
    expect(check(" ".repeat(postUnitsMax + 1))).toMatchObject({ isEmpty: true, isCut: true });
    expect(check(long.slice(0, postUnitsMax)).isCut).toBe(false);
  });

  it("marks what both say", () => {
    const text = `听说${bridge.claim}！`;
    const [match] = check(text).matches;
    const marked = match?.spans.post.map(({ from, to }) => text.slice(from, to)).join("");
    expect(marked).toBe(bridge.claim);
    expect(match?.spans.entry.map(({ from, to }) => match.fieldText.slice(from, to)).join("")).toBe(bridge.claim);
    expect(match?.why.features.length).toBeGreaterThan(0);
  });

  it.each([
    ["an entry that is not published", { ...bridge, status: "draft" as const }, "not_published"],
    ["an entry on the true side", { ...bridge, verdict: "true" as const }, "not_false_side"],
    ["an import that nobody adopted", { ...bridge, origin: "imported" as const }, "not_adopted"],
    ["a claim about another time", { ...bridge, validTo: "2020-01-01" }, "outside_validity"],
    [
      "an entry that files the refutation as the claim",
      { ...bridge, claim: `${bridge.claim}是谣言`, wordings: [] },
      "claim_is_refutation",
    ],
  ])("suggests %s at most", (_, entry, hold) => {
    const { band, matches } = open([entry, mast, ...others]).check(bridge.claim, options);
    expect(band).toBe("suggest");
    expect(matches[0]?.why.holds).toContain(hold);
  });

  it.each([
    ["before its first day", "2020-02-01", undefined, "2020-01-31T23:59:59.999Z", true],
    ["on its first day", "2020-02-01", undefined, "2020-02-01T00:00:00Z", false],
    ["at the end of its last day", undefined, "2020-02-01", "2020-02-01T23:59:59.999Z", false],
    ["on the day after", undefined, "2020-02-01", "2020-02-02T00:00:00Z", true],
    ["in the month that is named", "2020-02", "2020-02", "2020-02-29T12:00:00Z", false],
    ["in the year that is named", "2020", "2020", "2020-12-31T12:00:00Z", false],
    ["after its moment, in its zone", undefined, "2020-02-01T08:00:00+08:00", "2020-02-01T00:00:01Z", true],
  ])("holds a post outside of the time of the claim alone: %s", (_, validFrom, validTo, at, isOutside) => {
    const valid = {
      ...bridge,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
    };
    const result = open([valid, mast, ...others]).check(bridge.claim, { ...options, at: Date.parse(at) });
    expect(result.band).toBe(isOutside ? "suggest" : "recognised");
    expect(result.matches[0]?.why.holds).toEqual(isOutside ? ["outside_validity"] : []);
  });

  it("takes imports as adopted where it is told to", () => {
    const imported = open([{ ...bridge, origin: "imported" }, mast, ...others]);
    expect(imported.check(bridge.claim, { ...options, trustImports: true }).band).toBe("recognised");
  });

  describe("a copy of the published explanation, in which no word refutes,", () => {
    const told = `有消息称${bridge.claim}。市交通局回应：大桥照常通行，今年的检修安排在夜间，每次四小时，单幅施工，公交线路照旧。`;
    const explained = open([{ ...bridge, explanation: told }, mast, ...others]);

    it.each([
      ["that repeats the claim", told],
      ["with words before it", `刚看到的：${told}`],
    ])("%s speaks about it", (_, text) => {
      const [match] = explained.check(text, options).matches;
      expect(match).toMatchObject({ entry: "bridge", relation: "mentions", band: "suggest" });
      expect(match?.why).toMatchObject({ stance: { stance: "asserts" }, holds: ["speaks_about_it"] });
    });

    it("would repeat it, were it not the explanation", () => {
      expect(check(told).matches[0]).toMatchObject({ entry: "bridge", relation: "repeats" });
    });

    it("leaves the claim by itself a repetition", () => {
      expect(explained.check(bridge.claim, options)).toMatchObject({ relation: "repeats", band: "recognised" });
    });

    it("that does not repeat the claim is unrelated", () => {
      expect(check(bridge.explanation ?? "")).toMatchObject({ relation: "none", band: "nothing" });
    });
  });
});

describe("an embedder", () => {
  const far = Float32Array.of(0, 1);
  const near = Float32Array.of(1, 0);
  const entries = new Map(all.map((entry) => [entry.id, entry]));
  const withVectors = (vectorOfEntry: (id: string) => Float32Array | undefined): ClaimRegistry => {
    const embedder = { vectorOfPost: () => near, vectorOfEntry, weight: 1000 };
    const embedded = createClaimRegistry({ entryOf: (id) => entries.get(id), embedder });
    for (const entry of all) embedded.put(entry);
    return embedded;
  };
  const text = "本市学校和医院将在下周宣布停止向居民提供服务";

  it("puts first what its vectors agree with", () => {
    const plain = check(text).matches.map(({ entry }) => entry);
    const last = plain.at(-1);
    const embedded = withVectors((id) => (id === last ? near : far)).check(text, options);
    expect(embedded.matches[0]?.entry).toBe(last);
    expect(embedded.matches.find(({ entry }) => entry === plain[0])?.confidence).toBe(
      check(text).matches[0]?.confidence,
    );
  });

  it.each([
    ["knows no entry", () => undefined],
    ["finds all alike", () => near],
    ["has vectors of another length", () => Float32Array.of(1, 2, 3)],
  ])("changes nothing where it %s", (_, vectorOfEntry) => {
    expect(withVectors(vectorOfEntry).check(text, options)).toEqual(check(text));
  });
});

describe("ClaimRegistry", () => {
  it("finds an entry from the moment that it is put, until it is withdrawn", () => {
    const growing = open([mast, ...others]);
    expect(growing.check(bridge.claim, options).band).toBe("nothing");
    growing.entries.set(bridge.id, bridge);
    growing.put(bridge);
    expect(growing.check(bridge.claim, options).band).toBe("recognised");
    growing.put({ ...bridge, status: "withdrawn" });
    expect(growing.check(bridge.claim, options).matches.map(({ entry }) => entry)).not.toContain("bridge");
  });

  it("links the second and third of three copies that come at once", () => {
    const growing = open([mast, ...others]);
    const results = ["one", "two", "three"].map((id) =>
      growing.admit(bridge.claim, options, ({ band }) => {
        if (band !== "nothing") return null;
        const entry = { ...bridge, id };
        growing.entries.set(id, entry);
        return entry;
      }),
    );
    expect(results.map(({ band }) => band)).toEqual(["nothing", "recognised", "recognised"]);
    expect(results.at(-1)?.matches[0]?.entry).toBe("one");
  });

  it("answers from its bytes as before", () => {
    const opened = openClaimRegistry(registry.save(), { entryOf: (id) => registry.entries.get(id) });
    for (const text of [bridge.claim, mast.claim, "大乔5月1日起全部封币，一修就是三年", "nothing of the kind"]) {
      expect(opened?.check(text, options)).toEqual(check(text));
    }
  });

  it("refuses bytes that are cut in half", () => {
    const bytes = registry.save();
    expect(openClaimRegistry(bytes.subarray(0, bytes.length / 2), { entryOf: () => undefined })).toBeUndefined();
  });
});
