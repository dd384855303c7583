import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeAdopted } from "../testing/entries.ts";
import { openDesk } from "../testing/state.ts";
import { openClaimFollower } from "./claim-follower.ts";
import { createIndexFile, createMemoryIndexFile } from "./index-file.ts";

const rumour = "城东水厂今天下午三点爆炸，自来水里全是苯，大家这几天千万不要喝自来水";
const scratch = (): string => join(mkdtempSync(join(tmpdir(), "breakwater-claims-")), "claims.index");

async function openWith(count: number) {
  const opened = openDesk();
  for (let i = 0; i < count; i += 1) {
    const claim =
      i === 0 ? rumour : `第 ${i} 号传言：${String.fromCharCode(0x4e00 + i * 3, 0x4e01 + i * 5, 0x4e02 + i * 7)}`;
    const entry = makeAdopted({ id: `e${i}`, claim });
    await opened.parts.store.append(entry.id, [{ at: 0, by: "x", action: "imported", entry }], 0);
  }
  return opened;
}

describe("openClaimFollower()", () => {
  it("has an effect with every change as soon as it is told of it", async () => {
    const { desk } = await openWith(20);
    const { checker, refresh, start } = await openClaimFollower({ source: desk, file: createMemoryIndexFile() });
    expect(start).toEqual({ fromSaved: false, indexed: 20, entries: 20 });
    expect(checker.check(rumour, 0)).toMatchObject({ band: "recognised", relation: "repeats" });
    await desk.command("e0", { kind: "withdraw", reason: "it did explode" }, { by: "bo", at: 1, version: null });
    await Promise.all([refresh(), refresh()]);
    expect(checker.check(rumour, 0).band).toBe("nothing");
    expect([checker.size, checker.entryOf("e0")]).toEqual([19, undefined]);
    const created = await desk.create({ claim: "全市明天停水停电三天", verdict: "false" }, { by: "ana", at: 2 });
    await refresh();
    // A draft may be suggested, and has no effect.
    expect(checker.check("听说全市明天停水停电三天！", 0).matches[0]?.why.holds).toContain("not_published");
    expect(created.ok && checker.entryOf(created.head.id)?.claim).toBe("全市明天停水停电三天");
  });

  it("starts from the saved index, and takes in what came since", async () => {
    const { desk } = await openWith(1200);
    const file = createIndexFile(scratch());
    const first = await openClaimFollower({ source: desk, file });
    expect(first.start).toEqual({ fromSaved: false, indexed: 1200, entries: 1200 });
    await desk.command("e0", { kind: "withdraw", reason: "r" }, { by: "bo", at: 1, version: null });
    await desk.command("e5", { kind: "edit", changes: { claim: rumour } }, { by: "bo", at: 1, version: null });
    const second = await openClaimFollower({ source: desk, file });
    expect(second.start).toEqual({ fromSaved: true, indexed: 2, entries: 1200 });
    expect(second.checker.check(rumour, 0).matches[0]).toMatchObject({ entry: "e5", band: "suggest" });
    await first.refresh();
    for (const text of [rumour, "第 17 号传言", "无关的话说了很多很多"]) {
      expect(second.checker.check(text, 0)).toEqual(first.checker.check(text, 0));
    }
    await second.save();
    expect((await openClaimFollower({ source: desk, file })).start.indexed).toBe(0);
  });

  it.each([
    ["cut short", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -9))],
    [
      "with a flipped bit",
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, i) => (i === 5000 ? byte ^ 1 : byte)),
        ),
    ],
    ["of something else", (path: string) => writeFileSync(path, "not an index")],
  ])("makes the index anew where the saved one is %s", async (_, damage) => {
    const { desk } = await openWith(1000);
    const path = scratch();
    await openClaimFollower({ source: desk, file: createIndexFile(path) });
    damage(path);
    const { start, checker } = await openClaimFollower({ source: desk, file: createIndexFile(path) });
    expect(start).toMatchObject({ fromSaved: false, indexed: 1000 });
    expect(checker.check(rumour, 0).band).toBe("recognised");
    expect((await openClaimFollower({ source: desk, file: createIndexFile(path) })).start.fromSaved).toBe(true);
  });

  it("does not take the index of another history for its own", async () => {
    const [one, other] = [await openWith(1000), await openWith(0)];
    const file = createMemoryIndexFile();
    await openClaimFollower({ source: one.desk, file });
    for (let i = 0; i < 1000; i += 1) {
      const entry = makeAdopted({ id: `o${i}` });
      await other.parts.store.append(entry.id, [{ at: 0, by: "x", action: "imported", entry }], 0);
    }
    expect((await openClaimFollower({ source: other.desk, file })).start.fromSaved).toBe(false);
    // A database set back to before the index was saved has no such revision.
    expect((await openClaimFollower({ source: (await openWith(3)).desk, file })).start.fromSaved).toBe(false);
  });
});
