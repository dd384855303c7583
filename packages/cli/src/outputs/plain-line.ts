/**
 * A text of somebody else's on one line of a terminal: line ends are shown as ⏎, and what moves a cursor, colours or reverses the reading direction
 * is taken out.
 */
export function toPlainLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ⏎ ").replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "");
}
