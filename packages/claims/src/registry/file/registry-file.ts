import { createRegistry, type Registry } from "../registry.ts";
import { decodeSections, encodeSections, type FileRefusal, type Sections } from "./container.ts";
import { encodeEntries, openEntries } from "./entries-section.ts";

export type RegistryFile = {
  readonly registry: Registry;
  /** Bytes that others put beside the entries, such as the index; names of a-z, 0-9 and `-`, up to 16. */
  readonly sections: Sections;
};

export type DecodedRegistryFile =
  | ({ readonly ok: true } & RegistryFile)
  | { readonly ok: false; readonly refusal: FileRefusal };

const entriesName = "entries";

/**
 * The registry with all its versions, and what stands beside it, as one file. Entries that came from a file and were not changed are
 * copied as they stand. The same registry and sections give the same bytes.
 */
export function encodeRegistryFile({ registry, sections }: RegistryFile): Uint8Array {
  if (sections.has(entriesName)) throw new RangeError(`The section ${entriesName} is the registry's own.`);
  return encodeSections(new Map([[entriesName, encodeEntries(registry)], ...sections]));
}

/**
 * Opens what `encodeRegistryFile` wrote. Every checksum is compared; entries are parsed when they are asked for, so the bytes must be left
 * alone. Sections are views of the bytes.
 */
export function decodeRegistryFile(file: Uint8Array): DecodedRegistryFile {
  const opened = decodeSections(file);
  if (!opened.ok) return opened;
  const entries = opened.sections.get(entriesName);
  const store = entries === undefined ? null : openEntries(entries);
  if (store === null) return { ok: false, refusal: { kind: "damaged", where: entriesName } };
  const sections = new Map([...opened.sections].filter(([name]) => name !== entriesName));
  return { ok: true, registry: createRegistry(store), sections };
}
