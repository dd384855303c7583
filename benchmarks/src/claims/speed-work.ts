// One measurement in a process of its own; prints JSON. Run through measureProgram():
//   node --expose-gc benchmarks/src/claims/speed-work.ts check|load FILE
import { readFileSync, writeFileSync } from "node:fs";
import {
  createClaimRegistry,
  createRegistry,
  decodeRegistryFile,
  encodeRegistryFile,
  openClaimRegistry,
} from "@breakwater/claims";
import { loadWeiboByEvent } from "../data/weibo-events.ts";
import { hashText, readRows, textOf } from "./data.ts";
import { toTrustedEntry } from "./entries.ts";

export type SpeedReport = {
  readonly entries: number;
  readonly loadS: number;
  readonly checks: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perS: number;
};

const size = 100_000;
const checks = 20_000;
const sectionName = "index";

/** The development registry's entries, then posts as claims with their wordings, up to 100,000. */
function write(path: string): void {
  const registry = createRegistry();
  const rows = readRows("zh_registry.jsonl.gz").map(
    (row) => [textOf(row, "claim"), textOf(row, "seedPost"), textOf(row, "debunk")] as const,
  );
  const { ordinary: texts, rumours } = loadWeiboByEvent();
  writeFileSync(`${path}.posts.json`, JSON.stringify(choosePosts(rumours)));
  const made = texts
    .filter((text) => text.length >= 20)
    .slice(0, size)
    .map((text) => [text.slice(0, 40), text, ""] as const);
  for (const [i, [claim, wording, explanation]] of [...rows, ...made].slice(0, size).entries()) {
    if (claim.trim() === "") continue;
    const wordings = wording === "" ? [] : [{ text: wording }];
    const entry = toTrustedEntry({ id: `e${i}`, claim, wordings, explanation });
    registry.restore({ versions: [{ at: 0, by: "bench", action: "imported", entry }] });
  }
  const claims = createClaimRegistry({ entryOf: () => undefined });
  for (const entry of registry.entries()) claims.put(entry);
  writeFileSync(path, encodeRegistryFile({ registry, sections: new Map([[sectionName, claims.save()]]) }));
}

function measure(path: string): SpeedReport {
  const began = performance.now();
  const file = decodeRegistryFile(readFileSync(path));
  if (!file.ok) throw new Error("The registry cannot be read.");
  const { registry, sections } = file;
  const claims = openClaimRegistry(sections.get(sectionName) ?? new Uint8Array(0), {
    entryOf: (id) => registry.entryAt(registry.placeOf(id)),
  });
  if (claims === undefined) throw new Error("The index cannot be read.");
  const loadS = (performance.now() - began) / 1000;
  const posts = JSON.parse(readFileSync(`${path}.posts.json`, "utf8")) as readonly string[];
  const options = { top: 20, at: 0, trustImports: true };
  for (const post of posts.slice(0, 2000)) claims.check(post, options);
  const times = posts.map((post) => {
    const started = performance.now();
    claims.check(post, options);
    return performance.now() - started;
  });
  const sum = times.reduce((all, time) => all + time, 0);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * times.length)] ?? 0;
  return {
    entries: claims.size(),
    loadS,
    checks: times.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    perS: (1000 * times.length) / sum,
  };
}

/** Posts of 100 to 180 characters, on other events than the entries. */
function choosePosts(texts: readonly string[]): readonly string[] {
  const posts = texts.filter((text) => text.length >= 100 && text.length <= 180);
  return posts.toSorted((a, b) => hashText(a) - hashText(b)).slice(0, checks);
}

const [kind, path = ""] = process.argv.slice(2);
if (kind === "write") write(path);
else process.stdout.write(JSON.stringify(measure(path)));
