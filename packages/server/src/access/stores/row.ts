export type Row = Readonly<Record<string, unknown>>;

export function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

export function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** A list of words that this room wrote as JSON. */
export function toList(value: unknown): readonly string[] {
  return JSON.parse(String(value)) as readonly string[];
}
