import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The root of the working copy. */
export const repositoryRoot: string = repository;

/** Where real data is looked for: `BREAKWATER_DATA`, or `../shared/data` beside the working copy. */
export const dataRoot: string = process.env["BREAKWATER_DATA"] ?? join(repository, "..", "shared", "data");

export type CoordinationFile =
  | "debate_mix"
  | "ephemeral_bursts"
  | "german_elections"
  | "russian_coord_tweets"
  | "weibo_reposts"
  | "wiki_ip_edits"
  | "youtube_spam";

export function coordinationPath(name: CoordinationFile): string {
  return join(dataRoot, "coordination", `${name}.csv.gz`);
}

export function hasCoordination(name: CoordinationFile): boolean {
  return existsSync(coordinationPath(name));
}
