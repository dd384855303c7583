import { parseEntry, type Entry, type EntryVersion } from "@breakwater/claims";

/** An entry from the fields that matter to a test. */
export function makeEntry(fields: Readonly<Record<string, unknown>>): Entry {
  const parsed = parseEntry({ claim: "水厂爆炸，自来水不能喝", verdict: "false", ...fields });
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.faults));
  return parsed.entry;
}

/** An entry that may be recognised: adopted by three editors, with a public address. */
export function makeAdopted(fields: Readonly<Record<string, unknown>>): Entry {
  return makeEntry({
    origin: "imported",
    status: "published",
    adoptedBy: ["ana", "bo", "cy"],
    url: "https://desk.example/debunk",
    ...fields,
  });
}

export function makeVersion(
  fields: Readonly<Record<string, unknown>>,
  { at = 1000, by = "ana", action = "added" }: Partial<Omit<EntryVersion, "entry">> = {},
): EntryVersion {
  return { at, by, action, entry: makeEntry(fields) };
}
