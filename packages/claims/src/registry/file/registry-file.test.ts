import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRegistry, type Registry } from "../registry.ts";
import { arbitraryEntry } from "../testing/arbitrary-entry.ts";
import { containerVersion, encodeSections } from "./container.ts";
import { crc32 } from "./crc32.ts";
import { UnreadableEntryError } from "./entries-section.ts";
import { decodeRegistryFile, encodeRegistryFile } from "./registry-file.ts";
import { countUtf8, readUtf8, writeUtf8 } from "./utf8.ts";

const arbitraryRegistry = fc.array(fc.tuple(arbitraryEntry, fc.boolean()), { maxLength: 6 }).map((entries) => {
  const registry = createRegistry();
  for (const [at, [entry, isTwice]] of entries.entries()) {
    registry.dispatch(entry.id, { kind: entry.origin === "own" ? "add" : "import", entry }, { by: "ana", at });
    if (isTwice) registry.dispatch(entry.id, { kind: "withdraw", reason: "wrong" }, { by: "bo", at: at + 0.5 });
  }
  return registry;
});

function reopen(registry: Registry, sections: ReadonlyMap<string, Uint8Array> = new Map()) {
  const opened = decodeRegistryFile(encodeRegistryFile({ registry, sections }));
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened;
}

function recordsOf(registry: Registry) {
  return Array.from({ length: registry.size }, (_, place) => [registry.idAt(place), registry.recordAt(place)]);
}

describe("a registry file", () => {
  it("gives back every version of every entry, and the bytes beside them", () => {
    fc.assert(
      fc.property(arbitraryRegistry, fc.uint8Array({ maxLength: 40 }), (registry, index) => {
        const opened = reopen(registry, new Map([["index", index]]));
        expect(recordsOf(opened.registry)).toEqual(recordsOf(registry));
        expect([...opened.registry.entries()]).toEqual([...registry.entries()]);
        expect(opened.sections).toEqual(new Map([["index", index]]));
      }),
      { seed: 14, numRuns: 50 },
    );
  });

  it("of the same registry has the same bytes, whether entries came from a file or not", () => {
    fc.assert(
      fc.property(arbitraryRegistry, (registry) => {
        const bytes = encodeRegistryFile({ registry, sections: new Map() });
        expect(encodeRegistryFile(reopen(registry))).toEqual(bytes);
      }),
      { seed: 15, numRuns: 50 },
    );
  });

  it("takes changes to what was read from it", () => {
    const { registry } = reopen(sample());
    expect(registry.dispatch("e1", { kind: "withdraw", reason: "x" }, { by: "bo", at: 9 }).ok).toBe(true);
    const again = reopen(registry).registry;
    expect(again.entryAt(again.placeOf("e1")).status).toBe("withdrawn");
    expect(again.find("e1")?.versions).toHaveLength(2);
    expect(again.entryAt(again.placeOf("e0"))).toEqual(registry.entryAt(0));
    expect(again.find("e9")).toBeUndefined();
    expect(() => again.entryAt(7)).toThrow(RangeError);
  });

  const file = encodeRegistryFile({
    registry: sample(),
    sections: new Map([
      ["index", new Uint8Array(101).fill(7)],
      ["x", new Uint8Array(1)],
    ]),
  });

  it("with any byte changed is refused", () => {
    for (let at = 0; at < file.length; at += 1) {
      const opened = decodeRegistryFile(file.with(at, (file[at] ?? 0) ^ 0x10));
      expect(opened.ok || opened.refusal.kind).toBe(at < 4 ? "not_a_registry" : "damaged");
    }
  });

  it("cut anywhere is refused as cut", () => {
    for (let end = 1; end < file.length; end += 1) {
      const opened = decodeRegistryFile(file.subarray(0, end));
      expect(opened.ok || opened.refusal.kind).toBe("cut_short");
    }
  });

  it.each([
    ["nothing", new Uint8Array(), "not_a_registry"],
    ["a page", new TextEncoder().encode("<!doctype html><p>Not found</p>".repeat(9)), "not_a_registry"],
    ["something after the end", Uint8Array.of(...file, 1), "damaged"],
    ["a newer version", withHeader((view) => view.setUint32(8, containerVersion + 1, true)), "newer_version"],
    ["no entries", encodeSections(new Map([["index", new Uint8Array(3)]])), "damaged"],
    ["entries of another form", encodeSections(new Map([["entries", new Uint8Array(64).fill(1)]])), "damaged"],
    ["a short entries section", encodeSections(new Map([["entries", new Uint8Array(3)]])), "damaged"],
  ])("%s is refused", (_, bytes, kind) => {
    const opened = decodeRegistryFile(bytes);
    expect(opened.ok || opened.refusal.kind).toBe(kind);
  });

  it("never reads what a well-signed hand wrote badly as an entry", () => {
    const bytes = encodeRegistryFile({ registry: sample(), sections: new Map() });
    const at = new TextDecoder("latin1").decode(bytes).lastIndexOf('"verdict":"false"');
    const forged = bytes.slice();
    forged.set(new TextEncoder().encode('"verdict":"maybe"'), at);
    const start = Number(new DataView(bytes.buffer).getBigUint64(48, true));
    const opened = decodeRegistryFile(encodeSections(new Map([["entries", forged.subarray(start)]])));
    if (!opened.ok) throw new Error(opened.refusal.kind);
    expect(() => [...opened.registry.entries()]).toThrow(UnreadableEntryError);
  });

  it("has names for sections, and keeps its own", () => {
    const registry = sample();
    const named = (name: string) => () => encodeRegistryFile({ registry, sections: new Map([[name, file]]) });
    expect(named("Not a name")).toThrow(RangeError);
    expect(named("entries")).toThrow(RangeError);
  });

  function withHeader(change: (view: DataView) => void): Uint8Array {
    const changed = file.slice();
    const view = new DataView(changed.buffer);
    change(view);
    view.setUint32(28, crc32(changed.subarray(0, 28)), true);
    return changed;
  }
});

function sample(): Registry {
  const registry = createRegistry();
  for (const id of ["e0", "e1", "e2"]) {
    const entry = {
      id,
      claim: `网传 ${id} 😀`,
      verdict: "false",
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
    } as const;
    registry.dispatch(id, { kind: "import", entry }, { by: "ana", at: 1 });
  }
  return registry;
}

it("crc32() is that of zlib", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
    { seed: 16 },
  );
});

it("UTF-8 is that of the platform", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  fc.assert(
    fc.property(text, (text) => {
      const bytes = new Uint8Array(countUtf8(text));
      expect(writeUtf8(bytes, 0, text)).toBe(bytes.length);
      expect(Buffer.from(bytes)).toEqual(Buffer.from(text));
      expect(readUtf8(bytes, 0, bytes.length)).toBe(text);
    }),
    { seed: 17 },
  );
  expect(readUtf8(Buffer.from("谣".repeat(20_000)), 0, 60_000)).toBe("谣".repeat(20_000));
  expect(countUtf8("a\uD800b")).toBe(5);
});
