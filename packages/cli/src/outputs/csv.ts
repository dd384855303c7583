export type Cell = string | number | null;

/** A table as RFC 4180 text, lines ended by a newline. Cost: linear in the text. */
export function toCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [toCsvLine(header)];
  for (const row of rows) lines.push(toCsvLine(row));
  return lines.join("");
}

export function toCsvLine(row: readonly Cell[]): string {
  return `${row.map(toCell).join(",")}\n`;
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe before it; a number never does.
 * The first character decides, after blanks that spreadsheets skip.
 */
export function toCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return toFigure(value);
  if (/^[\w:./]*$/.test(value)) return value;
  const guarded = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^\p{Cc}/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Six significant digits; empty for what is not a number. */
export function toFigure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "" : value > 0 ? "Infinity" : "-Infinity";
  return Number.isInteger(value) ? value.toString() : Number(value.toPrecision(6)).toString();
}
