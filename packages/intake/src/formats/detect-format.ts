import { parseJson } from "./parse-json.ts";

export const formats = ["csv", "ndjson", "json", "parquet"] as const;
/** `json` is an array, or values over several lines. */
export type Format = (typeof formats)[number];

const linesTried = 20;

/** The format of a file, told by its first bytes as UTF-8 text. Anything that is not JSON is taken for a table. */
export function detectFormat(head: string): Exclude<Format, "parquet"> {
  const text = head.trimStart();
  if (text.startsWith("[")) return "json";
  if (!text.startsWith("{")) return "csv";
  const lines = text.split("\n");
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return whole.slice(0, linesTried).some((line) => isObject(parseJson(line))) ? "ndjson" : "json";
}

export function isParquet(head: Buffer): boolean {
  return head.subarray(0, 4).toString("latin1") === "PAR1";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
