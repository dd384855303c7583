/** Nodes of the picture: accounts and things by their places. */
export type NodeKey = { readonly kind: "account" | "thing"; readonly place: number };

export function toNode({ kind, place }: NodeKey): string {
  return `${kind === "account" ? "a" : "t"}${place}`;
}

export function parseNode(node: string): NodeKey {
  return { kind: node.startsWith("a") ? "account" : "thing", place: Number(node.slice(1)) };
}
