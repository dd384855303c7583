import { isRecord } from "../registry/fields.ts";

/** Whatever JSON-LD puts where one value or several may stand. */
export function listValues(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text, or the text inside `{ "@value": … }`; undefined for anything else. */
export function findText(value: unknown): string | undefined {
  const [first] = listValues(value);
  const inner = isRecord(first) ? first["@value"] : first;
  if (typeof inner === "number") return String(inner);
  return typeof inner === "string" && inner.trim() !== "" ? inner : undefined;
}

export function findNumber(value: unknown): number | undefined {
  const text = findText(value);
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** What each value is called: a text itself, or the first of these members of an object. */
export function listNames(value: unknown, members: readonly string[]): readonly string[] {
  return listValues(value).flatMap((each) => {
    const name = isRecord(each) ? members.map((member) => findText(each[member])).find(Boolean) : findText(each);
    return name === undefined ? [] : [name];
  });
}

export function isOfType(value: unknown, type: string): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  return listValues(value["@type"]).some(
    (one) => typeof one === "string" && one.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, "") === type,
  );
}
