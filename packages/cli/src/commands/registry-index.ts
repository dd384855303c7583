import { createClaimRegistry, openClaimRegistry, type ClaimRegistry, type RegistryFile } from "@breakwater/claims";
import { say } from "../words/catalogue.ts";
import type { Phrase } from "../words/phrase.ts";

/** The section of a registry file that holds what checks look things up in. */
export const indexSection = "index";

export type IndexProgress = (done: number, all: number) => void;

export function sayIndexing(done: number, all: number): Phrase {
  return say("progress_check_index", { done: `${Math.floor((100 * done) / Math.max(1, all))}%` });
}

/**
 * A registry file made ready for checks: from its index where it has one of ours, else by indexing every entry. Entries that were changed
 * since the file was read are taken in anew.
 */
export function openForChecks(
  { registry, sections }: RegistryFile,
  onProgress: IndexProgress = () => {},
): ClaimRegistry {
  const entryOf: Parameters<typeof createClaimRegistry>[0]["entryOf"] = (id) => {
    const place = registry.placeOf(id);
    return place < 0 ? undefined : registry.entryAt(place);
  };
  const saved = sections.get(indexSection);
  const opened = saved === undefined ? undefined : openClaimRegistry(saved, { entryOf });
  const claims = opened ?? createClaimRegistry({ entryOf });
  for (let place = 0; place < registry.size; place += 1) {
    const isKnown = opened !== undefined && registry.writtenAt(place) !== null;
    if (!isKnown) claims.put(registry.entryAt(place));
    if (place % 1000 === 0) onProgress(place, registry.size);
  }
  return claims;
}
