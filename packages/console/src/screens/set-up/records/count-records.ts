import { accessLine } from "@breakwater/contract";

/** How many records the lines hold; null where the last line, which says that it was all, is missing. */
export function countRecords(text: string): number | null {
  const lines = text.split("\n").filter((line) => line !== "");
  const last = accessLine.safeParse(parseJson(lines.at(-1) ?? ""));
  return last.success && last.data.line === "summary" ? lines.length - 2 : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
