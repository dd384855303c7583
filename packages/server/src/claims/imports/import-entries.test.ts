import { Readable } from "node:stream";
import type { Source } from "@breakwater/intake";
import { describe, expect, it } from "vitest";
import { openDesk } from "../testing/state.ts";
import { importEntries } from "./import-entries.ts";

const options = { id: "i1", by: "ana", at: 5, name: "feed" };
const lines = (...values: readonly unknown[]): Source => {
  const text = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
  return { name: "feed", bytes: null, open: () => Readable.from([Buffer.from(text)]) };
};
const good = { id: "a", claim: "喝热水治百病", verdict: "谣言", url: "https://desk.example/a" };

describe("importEntries()", () => {
  it("takes over what it can, and keeps the rest with place and reason", async () => {
    const { desk } = openDesk();
    const input = lines(
      good,
      "{ broken",
      { claim: "没有结论", verdict: "谣言", date: "3/4/2020" },
      { id: "c", claim: "no verdict" },
      { ...good, claim: "another text under one id" },
      good,
      { ...good, id: "d", status: "published", adoptedBy: ["x", "y", "z"], text: "call 13800138000" },
      7,
    );
    const outcome = await importEntries(desk, input, { ...options, batch: 2 });
    expect(outcome.report).toEqual({
      ...options,
      records: 8,
      added: 3,
      updated: 0,
      unchanged: 1,
      rejected: 4,
      leftOut: 1,
    });
    expect(await desk.listImports({ limit: 9 })).toEqual([{ place: 1, report: outcome.report }]);
    const rejections = await desk.listRejections("i1", { skip: 0, limit: 99 });
    expect(rejections).toEqual(outcome.rejections);
    expect(rejections?.map(({ position, what, reasons }) => [position, what, reasons[0]?.code])).toEqual([
      [2, "rejected", "bad_json"],
      [3, "left_out", "not_a_date"],
      [4, "rejected", "missing"],
      [5, "rejected", "duplicate_id"],
      [8, "rejected", "not_an_object"],
    ]);
    // Whatever the file says of its standing: nobody here has adopted it.
    expect((await desk.get("d"))?.inForce.entry).toMatchObject({
      origin: "imported",
      adoptedBy: [],
      status: "published",
    });
    expect((await desk.get("a"))?.latest).toMatchObject({
      by: "ana",
      at: 5,
      action: "imported",
      entry: { verdict: "false" },
    });
  });

  it("changes nothing where nothing changed, and starts adoptions anew where something did", async () => {
    const { desk, parts } = openDesk();
    await importEntries(desk, lines(good), options);
    for (const [i, by] of ["ana", "bo", "cy"].entries()) {
      await desk.command("a", { kind: "adopt" }, { by, at: 6, version: i + 1 });
    }
    const again = await importEntries(desk, lines(good), { ...options, id: "i2" });
    expect(again).toMatchObject({ report: { unchanged: 1, added: 0, updated: 0 } });
    expect((await desk.get("a"))?.latest.entry.adoptedBy).toEqual(["ana", "bo", "cy"]);
    await importEntries(desk, lines({ ...good, title: "new" }), { ...options, id: "i3" });
    expect((await desk.get("a"))?.latest).toMatchObject({ action: "imported", entry: { title: "new", adoptedBy: [] } });
    const imported = (await parts.outbox.readAfter(0, 99)).filter(({ kind }) => kind === "claim.imported");
    expect(imported.map(({ data }) => data)).toEqual([
      { import: "i1", entries: 1 },
      { import: "i3", entries: 1 },
    ]);
  });
});
