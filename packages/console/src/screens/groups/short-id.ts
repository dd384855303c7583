/** An id as people speak of it. */
export function toShortId(id: string): string {
  return id.replace(/^g-/, "");
}
