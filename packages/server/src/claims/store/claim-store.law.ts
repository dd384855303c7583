import { getInForce } from "@breakwater/claims";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAdopted, makeVersion } from "../testing/entries.ts";
import type { ClaimStore } from "./claim-store.ts";

const own = { origin: "own", authors: ["ana"] } as const;
const settled = { ...own, reviewers: ["bo", "cy"], status: "published", url: "https://desk.example/a" } as const;

/** What every store of claims keeps to, whatever it stands on. */
export function claimStoreLaw(name: string, open: () => ClaimStore): void {
  describe(`claim store: ${name}`, () => {
    it("gives back what was appended, version by version", async () => {
      const store = open();
      const versions = [
        makeVersion({ id: "a", ...own, wordings: [{ text: "w", source: "s" }] }, { at: 1 }),
        { ...makeVersion({ id: "a", ...settled, title: "T" }, { at: 2, by: "bo", action: "published" }), reason: "r" },
      ];
      expect(await store.read("a")).toBeNull();
      expect(await store.head("a")).toBeNull();
      await store.append("a", versions.slice(0, 1), 0);
      const head = await store.append("a", versions.slice(1), 1);
      expect(await store.read("a")).toEqual({ versions });
      expect(await store.head("a")).toEqual(head);
      expect(head).toMatchObject({
        place: 1,
        id: "a",
        version: 2,
        inForceVersion: 2,
        revision: 2,
        latest: versions[1],
      });
    });

    it("keeps in force what was published while a correction waits", async () => {
      const store = open();
      const history = [
        makeVersion({ id: "a", ...settled }, { action: "published" }),
        makeVersion({ id: "a", ...own, claim: "corrected claim" }, { action: "corrected" }),
      ];
      const head = await store.append("a", history, 0);
      expect(head.inForce).toEqual(getInForce({ versions: history }));
      expect([head.version, head.inForceVersion]).toEqual([2, 1]);
      expect((await store.listPublic({ limit: 9, words: "corrected" })).length).toBe(0);
      expect((await store.listPublic({ limit: 9, words: "水厂" })).length).toBe(1);
      expect((await store.list({ limit: 9, words: "corrected" })).length).toBe(1);
      expect((await store.list({ limit: 9, words: "水厂" })).length).toBe(1);
    });

    it("refuses versions behind others than were read", async () => {
      const store = open();
      const version = makeVersion({ id: "a" });
      await store.append("a", [version], 0);
      await expect(store.append("a", [version], 0)).rejects.toThrow("Other versions");
      await expect(store.append("b", [version], 1)).rejects.toThrow("Other versions");
      await expect(store.append("a", [], 1)).rejects.toThrow("Other versions");
    });

    it("lists by page, newest first, and narrows", async () => {
      const store = open();
      for (const [i, verdict] of ["false", "true", "false", "mixed"].entries()) {
        await store.append(`e${i}`, [makeVersion({ id: `e${i}`, verdict, ...own })], 0);
      }
      const first = await store.list({ limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(["e3", "e2"]);
      const second = await store.list({ limit: 2, before: first[1]?.place ?? 0 });
      expect(second.map(({ id }) => id)).toEqual(["e1", "e0"]);
      expect((await store.list({ limit: 9, verdict: "false" })).map(({ id }) => id)).toEqual(["e2", "e0"]);
      expect(await store.list({ limit: 9, status: "published" })).toEqual([]);
      expect((await store.list({ limit: 9, status: "draft", words: "自来水" })).length).toBe(4);
    });

    it("finds what waits for somebody, and leaves out whoever has had their turn", async () => {
      const store = open();
      const grounds = {
        sources: [{ text: "https://a.example/1", kind: "press" }, "https://b.example/2"],
        rightOfReply: "Asked; no answer.",
      };
      const entries = [
        { id: "bare", ...own },
        { id: "draft", ...own, ...grounds },
        { id: "half", ...own, ...grounds, reviewers: ["bo"] },
        { id: "ready", ...own, ...grounds, status: "reviewed", reviewers: ["bo", "cy"] },
        { id: "import", origin: "imported", adoptedBy: ["bo"] },
      ];
      for (const fields of [...entries, { ...settled, ...grounds, id: "done" }]) {
        await store.append(fields.id, [makeVersion(fields)], 0);
      }
      await store.append("adopted", [makeVersion({ ...makeAdopted({ id: "adopted" }) })], 0);
      const ids = async (query: Omit<Parameters<ClaimStore["list"]>[0], "limit">) =>
        (await store.list({ limit: 9, ...query })).map(({ id }) => id).join(" ");
      expect(await ids({ waitsFor: "complete" })).toBe("bare");
      expect(await ids({ waitsFor: "review" })).toBe("half draft");
      expect(await ids({ waitsFor: "review", notBy: "bo" })).toBe("draft");
      expect(await ids({ waitsFor: "review", notBy: "ana" })).toBe("");
      expect(await ids({ waitsFor: "publish", notBy: "ana" })).toBe("ready");
      expect(await ids({ waitsFor: "adopt", notBy: "cy" })).toBe("import");
      expect(await ids({ waitsFor: "adopt", notBy: "bo" })).toBe("");
      expect(await ids({ origin: "imported" })).toBe("adopted import");
    });

    it("shows strangers what is public alone, and narrows as Google does", async () => {
      const store = open();
      const date = "2024-03-01";
      const entries = [
        makeAdopted({ id: "public", languages: ["zh-Hans"], date }),
        makeAdopted({ id: "two", adoptedBy: ["ana", "Ana "] }),
        makeAdopted({ id: "withdrawn", status: "withdrawn" }),
        makeAdopted({ id: "hidden", url: "ftp://x.y" }),
        makeAdopted({ id: "true", verdict: "true", url: "https://www.other.example/b" }),
      ];
      for (const entry of entries) {
        await store.append(entry.id, [{ at: 0, by: "x", action: "imported", entry }], 0);
      }
      const ids = async (query: Parameters<ClaimStore["listPublic"]>[0]) =>
        (await store.listPublic(query)).map(({ entry }) => entry.id);
      expect(await ids({ limit: 9 })).toEqual(["true", "public"]);
      expect(await ids({ limit: 9, language: "zh" })).toEqual(["public"]);
      expect(await ids({ limit: 9, site: "other.example" })).toEqual(["true"]);
      expect(await ids({ limit: 9, publishedFrom: Date.parse(date) })).toEqual(["public"]);
      expect(await ids({ limit: 9, publishedFrom: Date.parse(date) + 1 })).toEqual([]);
      expect(await ids({ limit: 1, before: 5 })).toEqual(["public"]);
      expect(await ids({ limit: 9, words: "!!" })).toEqual([]);
    });

    it("tells what changed behind a revision, each entry once, as it stands", async () => {
      const store = open();
      expect(await store.revision()).toBe(0);
      await store.append("a", [makeVersion({ id: "a" })], 0);
      await store.append("b", [makeVersion({ id: "b" })], 0);
      await store.append("a", [makeVersion({ id: "a", title: "new" })], 1);
      expect((await store.changesAfter(0, 9)).map(({ revision, id, status }) => [revision, id, status])).toEqual([
        [2, "b", "published"],
        [3, "a", "published"],
      ]);
      expect((await store.changesAfter(0, 1)).map(({ id }) => id)).toEqual(["b"]);
      const [last] = await store.changesAfter(2, 9);
      expect(JSON.parse(last?.entry ?? "")).toEqual(makeVersion({ id: "a", title: "new" }).entry);
      expect(await store.revision()).toBe(3);
    });

    it("marks a history so that another is told from it", async () => {
      const [one, other] = [open(), open()];
      await one.append("a", [makeVersion({ id: "a" })], 0);
      await other.append("a", [makeVersion({ id: "a" }, { at: 7 })], 0);
      expect(await one.markAt(1)).toBe(await one.markAt(1));
      expect(await one.markAt(1)).not.toBe(await other.markAt(1));
      expect(await one.markAt(0)).toBeNull();
      expect(await one.markAt(2)).toBeNull();
    });

    it("knows what a person did", async () => {
      const store = open();
      await store.append("a", [makeVersion({ id: "a" }, { at: 1 }), makeVersion({ id: "a" }, { at: 2, by: "bo" })], 0);
      await store.append("b", [makeVersion({ id: "b" }, { at: 3 })], 0);
      expect(await store.listOfPerson("ana", 9)).toEqual([
        { id: "b", version: 1, at: 3, action: "added" },
        { id: "a", version: 1, at: 1, action: "added" },
      ]);
      expect(await store.listOfPerson("An", 9)).toEqual([]);
    });

    it("keeps imports with what they rejected", async () => {
      const store = open();
      const report = {
        id: "i1",
        at: 5,
        by: "ana",
        name: "f",
        records: 2,
        added: 1,
        updated: 0,
        unchanged: 0,
        rejected: 1,
        leftOut: 0,
      };
      const reasons = [{ field: "claim", code: "missing" }];
      const rejection = { position: 2, what: "rejected", id: null, reasons, excerpt: "{}" } as const;
      await store.addImport(report, [rejection, { ...rejection, position: 7 }]);
      await store.addImport({ ...report, id: "i2" }, []);
      expect((await store.listImports({ limit: 9 })).map(({ place, report: { id } }) => [place, id])).toEqual([
        [2, "i2"],
        [1, "i1"],
      ]);
      expect(await store.listImports({ limit: 9, before: 2 })).toEqual([{ place: 1, report }]);
      expect(await store.listImports({ limit: 1 })).toMatchObject([{ place: 2 }]);
      expect(await store.listRejections("i1", { skip: 0, limit: 9 })).toEqual([
        rejection,
        { ...rejection, position: 7 },
      ]);
      expect(await store.listRejections("i1", { skip: 1, limit: 9 })).toMatchObject([{ position: 7 }]);
      expect(await store.listRejections("i1", { skip: 0, limit: 1 })).toEqual([rejection]);
      expect(await store.listRejections("i2", { skip: 0, limit: 9 })).toEqual([]);
      expect(await store.listRejections("i3", { skip: 0, limit: 9 })).toBeNull();
    });

    const piece = fc.oneof(
      fc.constantFrom(
        "疫苗",
        "謠言",
        "不實",
        "水厂爆炸",
        "Vaccine",
        "covid-19",
        "Straße",
        "한국어",
        "é",
        "①",
        "，",
        " ",
        "😱",
        "x",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    );
    const written = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `谣${pieces.join("")}`);

    it("finds a claim by every part of it that holds a letter or digit, two characters or one", async () => {
      await fc.assert(
        fc.asyncProperty(
          written,
          written,
          fc.nat(),
          fc.integer({ min: 1, max: 12 }),
          async (claim, title, from, length) => {
            const store = open();
            const version = makeVersion({ id: "a", claim, title });
            await store.append("other", [makeVersion({ id: "other", claim: "ー" })], 0);
            await store.append("a", [version], 0);
            const signs = Array.from(version.entry.claim);
            const start = from % signs.length;
            const part = signs.slice(start, start + length).join("");
            const found = (await store.list({ limit: 9, words: part })).map(({ id }) => id);
            if (/[\p{L}\p{N}]/u.test(part)) expect(found).toContain("a");
          },
        ),
        { seed: 7, numRuns: 150 },
      );
    });

    it("does not search wordings, which are posts", async () => {
      const store = open();
      await store.append("a", [makeVersion({ id: "a", wordings: ["秘密"], explanation: "解释", tags: ["标签"] })], 0);
      const count = async (words: string) => (await store.list({ limit: 9, words })).length;
      expect([await count("秘密"), await count("解释"), await count("标签"), await count("水 解释")]).toEqual([
        0, 1, 1, 1,
      ]);
    });
  });
}
