import { listObstacles, type Entry } from "@breakwater/claims";

/**
 * Whether a determination is this operator's and everybody may read it: published, adopted where it came from elsewhere, by three
 * people, with a public address. Its verdict may be any.
 */
export function isPublicClaim(inForce: Entry): boolean {
  return listObstacles(inForce, { trustImports: false }).every((obstacle) => obstacle === "not_false_side");
}

/** By which strangers narrow a search: host, primary language subtag, publication in ms since 1970; null where the entry does not say. */
export function toPublicFacts({ url, languages, date }: Entry): {
  readonly site: string | null;
  readonly language: string | null;
  readonly publishedAt: number | null;
} {
  const published = Date.parse(date ?? "");
  return {
    site: toSite(url ?? ""),
    language: toPrimarySubtag(languages[0] ?? ""),
    publishedAt: Number.isNaN(published) ? null : published,
  };
}

export function toPrimarySubtag(language: string): string | null {
  return /^[a-z]{2,8}/.exec(language.toLowerCase())?.[0] ?? null;
}

export function toSite(url: string): string | null {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#:@]+)/.exec(url.toLowerCase())?.[1];
  return host === undefined || host === "" ? null : host;
}
