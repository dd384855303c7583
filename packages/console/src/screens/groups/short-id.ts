/** Enough of an id to tell groups apart when people speak of them. */
export function toShortId(id: string): string {
  return id.replace(/^g-/, "").slice(-8);
}
