import type { AccountFinding, Group } from "@breakwater/engine";
import { toFigure } from "./csv.ts";
import { toXml } from "./xml.ts";

type Node = { readonly member: AccountFinding; readonly group: Group; readonly groups: readonly string[] };

/**
 * The accounts of all groups and their co-action as GEXF 1.3, which Gephi opens. An account in several groups is one
 * node that carries the attributes of its strongest; edges of different layers run in parallel.
 */
export function toGraphGexf(groups: readonly Group[]): string {
  const nodes = [...collectNodes(groups).values()].map(toNode);
  const edges = groups.flatMap((group) => group.edges.map((edge) => ({ ...edge, group: group.id }))).map(toEdge);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    "<meta><creator>Breakwater</creator><description>Coordinated groups</description></meta>",
    '<graph defaultedgetype="undirected" mode="static">',
    toAttributes("node", ["groups", "kind", "role"], ["score", "q", "actions", "inStep"]),
    toAttributes("edge", ["group", "layer", "objects"], ["observed", "expected", "q"]),
    `<nodes>\n${nodes.join("\n")}\n</nodes>`,
    `<edges>\n${edges.join("\n")}\n</edges>`,
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}

function toAttributes(of: "node" | "edge", strings: readonly string[], numbers: readonly string[]): string {
  const line = (name: string, type: string) => `<attribute id="${name}" title="${name}" type="${type}"/>`;
  const lines = [...strings.map((name) => line(name, "string")), ...numbers.map((name) => line(name, "double"))];
  return `<attributes class="${of}">${lines.join("")}</attributes>`;
}

function collectNodes(groups: readonly Group[]): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const group of groups) {
    for (const member of group.accounts) {
      const seen = nodes.get(member.account);
      if (seen === undefined) nodes.set(member.account, { member, group, groups: [group.id] });
      else nodes.set(member.account, { ...seen, groups: [...seen.groups, group.id] });
    }
  }
  return nodes;
}

function toNode({ member, group, groups }: Node): string {
  const id = toXml(member.account);
  const { role, score, q, actions, inStep } = member;
  const values = toValues({ groups: groups.join(" "), kind: group.kind, role, score, q, actions, inStep });
  const colour = group.kind === "campaign" ? 'r="192" g="86" b="58"' : 'r="31" g="122" b="140"';
  const size = toFigure(4 + 4 * Math.log10(1 + Math.max(0, inStep)));
  return `<node id="${id}" label="${id}">${values}<viz:color ${colour}/><viz:size value="${size}"/></node>`;
}

function toEdge(edge: Group["edges"][number] & { readonly group: string }, index: number): string {
  const { source, target, layer, observed, expected, q, group } = edge;
  const ends = `source="${toXml(source)}" target="${toXml(target)}"`;
  const values = toValues({ group, layer, objects: edge.objects.join(" | "), observed, expected, q });
  const weight = toFigure(Math.max(0.001, observed));
  return `<edge id="e${index}" ${ends} kind="${toXml(layer)}" weight="${weight}">${values}</edge>`;
}

function toValues(values: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(values).map(([name, value]) => {
    const text = typeof value === "number" ? toDouble(value) : toXml(value);
    return `<attvalue for="${name}" value="${text}"/>`;
  });
  return `<attvalues>${lines.join("")}</attvalues>`;
}

/** XML Schema writes an infinite double as INF. */
function toDouble(value: number): string {
  return toFigure(value).replace("Infinity", "INF") || "NaN";
}
