import type { ObjectKind, ObjectRef } from "@breakwater/records";

const separators = /[\s|;]+/;
const mayHoldMany = /[\s|;,[\]]/;

/**
 * The values of a cell that may hold many: a JSON array (also with Python's single quotes), or words between spaces, `|` or
 * `;`, and commas too where no comma can belong to the value.
 */
export function splitValues(cell: string, kind: ObjectKind): readonly string[] {
  if (!mayHoldMany.test(cell)) return [cell];
  const text = cell.trim();
  if (text.startsWith("[") && text.endsWith("]")) return splitArray(text);
  const words = text.split(separators);
  const all = kind === "url" ? words : words.flatMap((word) => word.split(","));
  return all.filter((word) => word !== "");
}

function splitArray(text: string): readonly string[] {
  try {
    const values: unknown = JSON.parse(text);
    if (Array.isArray(values)) return values.filter((v) => typeof v === "string" || typeof v === "number").map(String);
  } catch {
    // Not JSON; Python's repr differs by its quotes.
  }
  return text
    .slice(1, -1)
    .split(",")
    .map((word) => word.trim().replace(/^(['"])(.*)\1$/, "$2"))
    .filter((word) => word !== "");
}

/** One form for each object: hashtags without their signs and in lower case, mentions without `@`. */
export function toObjectRef(kind: ObjectKind, value: string): ObjectRef {
  if (kind === "hashtag") return { kind, id: value.replaceAll(/^[#＃]+|[#＃]+$/g, "").toLowerCase() };
  if (kind === "mention") return { kind, id: value.replace(/^[@＠]/, "") };
  return { kind, id: value };
}
