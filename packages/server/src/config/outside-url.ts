/** An address outside without its query, which may hold what only the two of us should know. */
export function toOutsideUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}
