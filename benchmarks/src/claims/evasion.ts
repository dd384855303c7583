import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { dataRoot } from "../data/folder.ts";
import { atLeast, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { toTrustedEntry } from "./entries.ts";
import { openRegistry, trusting } from "./open-registry.ts";

/** Texts under this many signs say too little to be told from others, and none is recognised. */
const signsMin = 8;

export const claimsEvasion: Benchmark = {
  name: "claims-evasion",
  title: "Claims: the same text in disguise",
  method:
    "4,586 posts as wordings of as many entries; the same posts with homophones, and with emoji for words (ToxiCloakCN), are checked. Counted as recognised where the first match is the post's own entry, " +
    "called repeats, whatever the band; a copy among the others counts as the same.",
  needs: [],
  run: async ({ progress }) => {
    const base = read("evasion_base_data.tsv.gz");
    const registry = openRegistry(base.map((text, i) => toTrustedEntry({ id: String(i), claim: text, wordings: [] })));
    return [
      ...rows("homophones", 0.995, base, read("evasion_homo_full.tsv.gz")),
      ...rows("emoji for words", 0.97, base, read("evasion_emoji_full.tsv.gz")),
    ];

    function rows(
      what: string,
      aim: number,
      plain: readonly string[],
      disguised: readonly string[],
    ): readonly Measurement[] {
      let [all, long, allFound, longFound, recognised] = [0, 0, 0, 0, 0];
      for (const [i, text] of disguised.entries()) {
        const original = plain[i] ?? "";
        if (text === original || original === "") continue;
        const { matches, band } = registry.check(text, trusting);
        const isSame = matches[0]?.relation !== "none" && plain[Number(matches[0]?.entry)] === original;
        const isLong = original.length >= signsMin;
        all += 1;
        long += Number(isLong);
        allFound += Number(isSame);
        longFound += Number(isSame && isLong);
        recognised += Number(isSame && band === "recognised");
      }
      progress(`${what}: ${allFound} of ${all}`);
      const line = { table: "Recognised as the same text", what, data: "evasion", seed: "none", interval: null };
      return [
        { ...line, metric: `changed posts`, value: all },
        { ...line, metric: "found", value: allFound / all, target: atLeast(aim) },
        { ...line, metric: `of ${signsMin} signs or more`, value: longFound / long },
        { ...line, metric: "in band recognised", value: recognised / all },
      ];
    }
  },
};

function read(name: string): readonly string[] {
  const lines = gunzipSync(readFileSync(join(dataRoot, "claims", name)))
    .toString("utf8")
    .split("\n");
  return lines.slice(1).map((line) => line.split("\t")[0] ?? "");
}
