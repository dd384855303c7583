import { UndirectedGraph } from "graphology";
import type { NetworkIndex } from "./network-index.ts";
import { toNode } from "./node-names.ts";

export type NodeFacts = { x: number; y: number; size: number; label: string; role: "account" | "source" | "thing" };
export type EdgeFacts = { readonly at: number; readonly layer: string };
export type PictureGraph = UndirectedGraph<NodeFacts, EdgeFacts>;

const letters = 22;

/** The graph as it is drawn: an edge for each account on each thing, with its time. Cost: linear. */
export function buildGraph(
  { network, membersOf }: NetworkIndex,
  {
    places,
    nameAccount,
    nameThing,
  }: {
    readonly places: Float32Array;
    readonly nameAccount: (account: string) => string;
    readonly nameThing: (layer: string, id: string) => string;
  },
): PictureGraph {
  const graph: PictureGraph = new UndirectedGraph<NodeFacts, EdgeFacts>();
  const accounts = network.accounts.length;
  const small = Math.max(1.6, 5 - Math.log10(Math.max(1, accounts)));
  const placeOf = (node: number) => ({ x: places[node * 2] ?? 0, y: places[node * 2 + 1] ?? 0 });
  network.accounts.forEach(({ account, role }, place) => {
    graph.addNode(toNode({ kind: "account", place }), {
      ...placeOf(place),
      size: small,
      label: nameAccount(account),
      role: role === "source" ? "source" : "account",
    });
  });
  network.objects.forEach(({ layer, id }, place) => {
    const name = Array.from(nameThing(layer, id));
    graph.addNode(toNode({ kind: "thing", place }), {
      ...placeOf(accounts + place),
      size: 6 + 2 * Math.log10(Math.max(1, membersOf[place]?.length ?? 0)),
      label: name.length > letters ? `${name.slice(0, letters).join("")}…` : name.join(""),
      role: "thing",
    });
  });
  network.actions.at.forEach((at, row) => {
    const account = toNode({ kind: "account", place: network.actions.account[row] ?? -1 });
    const place = network.actions.object[row] ?? -1;
    const layer = network.objects[place]?.layer;
    // mergeEdge: where an answer says one pair twice, the first time stands.
    if (layer !== undefined && !graph.hasEdge(account, toNode({ kind: "thing", place }))) {
      graph.addEdge(account, toNode({ kind: "thing", place }), { at, layer });
    }
  });
  return graph;
}
