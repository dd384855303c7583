/**
 * A path of the contract as fastify's router writes it: `/v1/claims/{id}:adopt` → `/v1/claims/:id(^.+)::adopt`. A last part
 * `{name*}` takes what is left of the path, slashes included, and is called `*` by the router.
 */
export function toFastifyPath(path: string): string {
  return path
    .replaceAll(":", "::")
    .replace(/\{\w+\*\}$/, "*")
    .replaceAll(/\{(\w+)\}(?=\/|$)/g, ":$1")
    .replaceAll(/\{(\w+)\}/g, ":$1(^.+)");
}

/** Name of the part that takes the rest of the path; undefined where there is none. */
export function findRestName(path: string): string | undefined {
  return /\{(\w+)\*\}$/.exec(path)?.[1];
}
