import type { Level } from "./level.ts";
import type { Parts } from "./refine.ts";

/**
 * The graph whose nodes are the parts of `level`: weights between two parts add up, weights inside one live on in its
 * strength only, since a loop changes no move. Cost: linear in the edges.
 */
export function aggregateGraph(level: Level, parts: Parts): Level {
  const { graph } = level;
  const { partOf, count: partCount } = parts;
  const members = listMembers(parts);
  const start = new Int32Array(partCount + 1);
  const target = new Int32Array(graph.target.length);
  const weight = new Float64Array(graph.target.length);
  const strength = new Float64Array(partCount);
  const place = new Int32Array(partCount).fill(-1);
  let length = 0;
  for (let part = 0; part < partCount; part++) {
    const first = length;
    for (let i = members.start[part]; i < members.start[part + 1]; i++) {
      const node = members.node[i];
      strength[part] += level.strength[node];
      const end = graph.start[node + 1];
      for (let at = graph.start[node]; at < end; at++) {
        const other = partOf[graph.target[at]];
        if (other === part) continue;
        let slot = place[other];
        if (slot < first) {
          slot = length++;
          place[other] = slot;
          target[slot] = other;
        }
        weight[slot] += graph.weight[at];
      }
    }
    start[part + 1] = length;
  }
  const merged = { nodeCount: partCount, start, target: target.slice(0, length), weight: weight.slice(0, length) };
  return { graph: merged, strength, density: level.density, seed: level.seed + 1 };
}

/** Nodes of each part, ascending, by a counting sort. */
function listMembers({ partOf, count }: Parts): { readonly start: Int32Array; readonly node: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const part of partOf) start[part + 1] += 1;
  for (let part = 0; part < count; part++) start[part + 1] += start[part];
  const next = start.slice();
  const node = new Int32Array(partOf.length);
  for (let i = 0; i < partOf.length; i++) {
    const place = next[partOf[i]];
    node[place] = i;
    next[partOf[i]] = place + 1;
  }
  return { start, node };
}
