import { parseJson } from "./parse-json.ts";

export const formats = ["csv", "ndjson", "json", "parquet"] as const;
/** `json` is an array, or values over several lines. */
export type Format = (typeof formats)[number];

const linesTried = 20;

/** The format of a file, told by its first bytes as UTF-8 text. Anything else than JSON, but for a broken line or two, is taken for a table. */
export function detectFormat(head: string): Exclude<Format, "parquet"> {
  const text = head.trimStart();
  if (text.startsWith("[")) return "json";
  const lines = text.split("\n");
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).slice(0, linesTried);
  const objects = whole.filter((line) => line.trimStart().startsWith("{") && isObject(parseJson(line))).length;
  if (text.startsWith("{")) return objects > 0 ? "ndjson" : "json";
  // A first line that is broken is no header: no row of a table is a JSON object.
  return 2 * objects >= whole.length - 1 && objects > 0 ? "ndjson" : "csv";
}

export function isParquet(head: Buffer): boolean {
  return head.subarray(0, 4).toString("latin1") === "PAR1";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
