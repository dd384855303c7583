import type { Draft } from "../door/draft.ts";
import type { PresetName } from "./names.ts";

/** A known shape of JSON. */
export type JsonPreset = {
  readonly name: PresetName;
  /** Records may hold raw addresses or device ids. */
  readonly isSensitive?: boolean;
  recognise(value: JsonObject): boolean;
  /** The actions of one record, a page of many included; none where it is an event of another sort. */
  read(value: JsonObject): readonly Draft[];
};

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const emptyObject: JsonObject = {};

/** The object under a key, or an empty one. */
export function toObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : emptyObject;
}

/** The objects of an array; anything else has none. */
export function toObjects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** A string or number as text, anything else as "". */
export function toText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The first of the values that is text and not empty. */
export function toFirstText(...values: readonly unknown[]): string {
  for (const value of values) {
    const text = toText(value);
    if (text !== "") return text;
  }
  return "";
}
