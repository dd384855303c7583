import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWeiboByEvent } from "../data/weibo-events.ts";
import { atMost, type Benchmark, type Context, type Measurement } from "../harness/benchmark.ts";
import { hashText, loadChineseRegistry } from "./data.ts";
import { toTrustedEntry } from "./entries.ts";
import { openRegistry, trusting } from "./open-registry.ts";

const sampled = 200_000;
/** Hits in the sample that were read and found to be right: the post does repeat the entry's claim. See benchmarks/notes. */
const readAsRight = 0;

export const claimsFalseAlarms: Benchmark = {
  name: "claims-false-alarms",
  title: "Claims: ordinary posts and debunks, by the weights that are shipped",
  method:
    "Ordinary: distinct texts of reposts and comments on Weibo events of 2013 that were no rumours, against the Chinese registry with every import trusted; each hit is written to a file for reading. " +
    "Debunks: the explanation of each registry entry as a post, its own explanation withheld from the registry, also where the registry holds it in the place of the claim, as it does for most.",
  needs: ["weibo_reposts"],
  run: async (context) => [...ordinary(context), ...debunks(context)],
};

function ordinary({ quick, progress }: Context): readonly Measurement[] {
  const registry = openRegistry(loadChineseRegistry("wordings").map(toTrustedEntry));
  const texts = loadWeiboByEvent()
    .ordinary.toSorted((a, b) => hashText(a) - hashText(b))
    .slice(0, quick ? 20_000 : sampled);
  const hits: string[] = [];
  let suggested = 0;
  for (const [i, text] of texts.entries()) {
    const result = registry.check(text, trusting);
    if (result.band === "recognised")
      hits.push(JSON.stringify({ text, confidence: result.confidence, match: result.matches[0] }));
    if (result.band === "suggest") suggested += 1;
    if (i % 20_000 === 0) progress(`ordinary posts: ${hits.length} recognised of ${i}`);
  }
  const file = join(tmpdir(), "claims-hits.ndjson");
  writeFileSync(file, `${hits.join("\n")}\n`);
  progress(`hits to read: ${file}`);
  const line = {
    table: "Ordinary posts",
    what: `${texts.length.toLocaleString("en-US")} texts`,
    data: "weibo_reposts, claims/zh",
    seed: "none",
    interval: null,
  };
  return [
    { ...line, metric: "recognised", value: hits.length },
    { ...line, metric: "of these read as right", value: Math.min(readAsRight, hits.length) },
    {
      ...line,
      metric: "false recognised, per million",
      value: ((hits.length - Math.min(readAsRight, hits.length)) / texts.length) * 1e6,
      target: atMost(20),
    },
    { ...line, metric: "suggested, per million", value: (suggested / texts.length) * 1e6 },
  ];
}

function debunks({ quick, progress }: Context): readonly Measurement[] {
  const entries = loadChineseRegistry("wordings").map(toTrustedEntry);
  const registry = openRegistry(entries);
  const asked = entries
    .filter(({ explanation = "" }) => explanation.length > 0)
    .filter((_, i) => !quick || i % 10 === 0);
  let [recognised, mentioned, own, ownRecognised] = [0, 0, 0, 0];
  for (const entry of asked) {
    const { explanation = "", ...withheld } = entry;
    const hasClaim = !isSameText(entry.claim, explanation);
    if (hasClaim) registry.put(withheld);
    else registry.remove(entry.id);
    const { band, relation } = registry.check(explanation, trusting);
    registry.put(entry);
    const isFalse = band === "recognised" && relation === "repeats";
    recognised += Number(isFalse);
    mentioned += Number(relation === "mentions");
    own += Number(hasClaim);
    ownRecognised += Number(hasClaim && isFalse);
  }
  const bare = openRegistry(entries.map((entry) => ({ ...entry, explanation: "" })));
  const inAll = asked.filter(({ explanation = "" }) => {
    const { band, relation } = bare.check(explanation, trusting);
    return band === "recognised" && relation === "repeats";
  }).length;
  progress(`debunks: ${recognised} of ${asked.length} recognised`);
  const line = {
    table: "Debunks as posts",
    what: `${asked.length.toLocaleString("en-US")} explanations`,
    data: "claims/zh",
    seed: "none",
    interval: null,
  };
  return [
    { ...line, metric: "called repeats, recognised", value: recognised / asked.length, target: atMost(0.01) },
    { ...line, metric: "the same, of entries with a claim of their own", value: ownRecognised / own },
    { ...line, metric: "entries with a claim of their own", value: own },
    { ...line, metric: "the same, where debunks that are filed as claims stay", value: inAll / asked.length },
    { ...line, metric: "called mentions", value: mentioned / asked.length },
  ];
}

function isSameText(claim: string, explanation: string): boolean {
  const start = claim.trim().slice(0, 40);
  return start !== "" && explanation.trim().startsWith(start);
}
