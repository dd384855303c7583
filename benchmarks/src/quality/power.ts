// Power: how many of the injected accounts are found, and what else. Run one file by hand:
//   node benchmarks/src/quality/power.ts --base B --jitter 60 --camouflage 50 [--join 0.7]
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { detect, flaggedAccounts, toActions } from "./detect.ts";
import { powerFile, type PowerOptions } from "./power-data.ts";
import { describeScore, type PowerScore, scorePower } from "./power-score.ts";

/** One file through the detector as it ships, reposts only, no text. */
export function runPower(options: PowerOptions): PowerScore {
  const file = powerFile(options);
  const findings = detect(toActions(file.rows), { layers: ["repost"], selection: { kind: "none" } });
  return scorePower(file, flaggedAccounts(findings));
}

function parsePowerOptions(args: readonly string[]): PowerOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      base: { type: "string", default: "B" },
      jitter: { type: "string", default: "60" },
      camouflage: { type: "string", default: "50" },
      join: { type: "string", default: "1" },
    },
  });
  return {
    base: values.base === "A" ? "A" : "B",
    jitterS: Number(values.jitter),
    camouflagePercent: Number(values.camouflage),
    join: Number(values.join),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(describeScore(runPower(parsePowerOptions(process.argv.slice(2)))));
}
