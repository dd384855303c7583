import type { Analysis } from "../analysis.ts";
import { toReportHtml } from "../report/report.ts";
import type { Lang } from "../words/phrase.ts";
import { toAccountsCsv } from "./accounts-csv.ts";
import { toAlertsCsv } from "./alerts-csv.ts";
import { toEdgesCsv } from "./edges-csv.ts";
import { toGraphGexf } from "./graph-gexf.ts";
import { toGroupsJson } from "./groups-json.ts";
import type { OutFolder } from "./out-folder.ts";
import { toRunJson } from "./run-json.ts";

export const rejectedFile = "rejected.ndjson";

/** Every output but `run.json` and the rejected rows, in pieces: those are equal to the byte for equal inputs. */
const outputs: Readonly<Record<string, (analysis: Analysis, lang: Lang) => string | Iterable<string>>> = {
  "report.html": toReportHtml,
  "groups.json": toGroupsJson,
  "accounts.csv": ({ findings }) => toAccountsCsv(findings),
  "alerts.csv": ({ findings }) => toAlertsCsv(findings.bursts),
  "edges.csv": ({ findings }) => toEdgesCsv(findings.groups),
  "graph.gexf": ({ findings }) => toGraphGexf(findings.groups),
};

/** Writes all outputs and puts them in place. The run's own record comes last, with the time that the others took. */
export function writeOutputs(folder: OutFolder, analysis: Analysis, lang: Lang): void {
  const startedAt = performance.now();
  for (const [name, render] of Object.entries(outputs)) {
    const text = render(analysis, lang);
    if (typeof text === "string") folder.write(name, text);
    else for (const piece of text) folder.append(name, piece);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const run = {
    ...analysis.run,
    stages: [...analysis.run.stages, { stage: "write" as const, seconds }],
    // Resident memory at its highest, which the system counts in KiB.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  };
  folder.write("run.json", toRunJson({ ...analysis, run }));
  folder.finish([rejectedFile]);
}
