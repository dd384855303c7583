import type { Entry, IndexedText } from "@breakwater/claims";

/** An entry as an import that is trusted, for measuring: `--trust-imports`. */
export function toTrustedEntry({ id, claim, title, wordings, explanation }: IndexedText): Entry {
  return {
    id,
    claim,
    wordings,
    verdict: "false",
    sources: [],
    url: "https://registry.example/entry",
    languages: [],
    regions: [],
    tags: [],
    media: [],
    origin: "imported",
    authors: [],
    reviewers: [],
    adoptedBy: [],
    status: "published",
    ...(title === undefined ? {} : { title }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}
