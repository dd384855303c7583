import { isRecord, readText } from "./fields.ts";
import { entryLimits } from "./entry-limits.ts";
import { parseEntry } from "./parse-entry.ts";
import { registryActions, type EntryVersion } from "./record.ts";

/** One version as JSON gives it, or null where it is not one, or where anything of its entry would be lost. */
export function parseVersion(value: unknown): EntryVersion | null {
  if (!isRecord(value)) return null;
  const { at } = value;
  const action = registryActions.find((one) => one === value["action"]);
  const by = readText("by", value["by"], entryLimits.itemUnitsMax);
  const reason = readText("reason", value["reason"], entryLimits.explanationUnitsMax);
  const parsed = parseEntry(value["entry"]);
  if (typeof at !== "number" || !Number.isFinite(at) || action === undefined) return null;
  if (!by.ok || by.value === undefined || !reason.ok || !parsed.ok || parsed.leftOut.length > 0) return null;
  return {
    at,
    by: by.value,
    action,
    ...(reason.value === undefined ? {} : { reason: reason.value }),
    entry: parsed.entry,
  };
}
