import type { Group } from "@breakwater/engine";
import { toCsv, type Cell } from "./csv.ts";

const header = ["source", "target", "layer", "observed", "expected", "q", "objects"];

/** Co-action of two accounts inside a group. `objects` are parted by ` | `. */
export function toEdgesCsv(groups: readonly Group[]): string {
  return toCsv(header, listRows(groups));
}

function* listRows(groups: readonly Group[]): Generator<readonly Cell[]> {
  for (const { edges } of groups) {
    for (const edge of edges) {
      const { source, target, layer, observed, expected, q } = edge;
      yield [source, target, layer, observed, expected, q, edge.objects.join(" | ")];
    }
  }
}
