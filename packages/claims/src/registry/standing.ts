import type { Entry } from "./entry.ts";
import { countPeople } from "./people.ts";
import { isFalseSide } from "./verdict.ts";

/** Why an entry can be suggested to people at most, never matched with effect. */
export const standingObstacles = [
  "not_published",
  "not_adopted",
  "not_false_side",
  "no_public_url",
  "too_few_people",
] as const;
export type StandingObstacle = (typeof standingObstacles)[number];

/** Author, first and second reviewer; or the three editors who adopt. */
export const peopleMin = 3;

/**
 * What keeps an entry from the band `recognised`: nothing, for a completed, adopted, publicly readable determination on the
 * false side by three different people. `trustImports` takes imported entries as adopted: for measuring only.
 */
export function listObstacles(
  entry: Entry,
  { trustImports }: { readonly trustImports: boolean },
): readonly StandingObstacle[] {
  const obstacles: StandingObstacle[] = [];
  const isTrusted = trustImports && entry.origin === "imported";
  if (!isTrusted && entry.status !== "published" && entry.status !== "corrected") obstacles.push("not_published");
  if (isTrusted && entry.status === "withdrawn") obstacles.push("not_published");
  if (!isTrusted && entry.origin === "imported" && countPeople(entry.adoptedBy) < peopleMin)
    obstacles.push("not_adopted");
  if (entry.origin === "own" && countPeople(listDeterminers(entry)) < peopleMin) obstacles.push("too_few_people");
  if (!isFalseSide(entry.verdict)) obstacles.push("not_false_side");
  if (!isTrusted && !isPublicUrl(entry.url)) obstacles.push("no_public_url");
  return obstacles;
}

/** The author of the present text, and who reviewed it. */
function listDeterminers({ authors, reviewers }: Entry): readonly string[] {
  return authors.length === 0 ? [] : [...authors.slice(0, 1), ...reviewers];
}

/** Whether anybody can be sent there: http or https, and a host with a dot. */
export function isPublicUrl(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^\s/?#]+\.[^\s/?#]+/u.test(url);
}
