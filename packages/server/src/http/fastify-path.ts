/** A path of the contract as fastify's router writes it: `/v1/claims/{id}:adopt` → `/v1/claims/:id(^.+)::adopt`. */
export function toFastifyPath(path: string): string {
  return path
    .replaceAll(":", "::")
    .replaceAll(/\{(\w+)\}(?=\/|$)/g, ":$1")
    .replaceAll(/\{(\w+)\}/g, ":$1(^.+)");
}
