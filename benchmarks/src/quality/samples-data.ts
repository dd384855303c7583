import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { dataRoot } from "../data/folder.ts";

export type ClaimsFile =
  | "zh_posts.jsonl.gz"
  | "evasion_base_data.tsv.gz"
  | "evasion_homo_full.tsv.gz"
  | "evasion_emoji_full.tsv.gz"
  | "charmaps/chaizi-jt.txt";

export function hasClaims(...files: readonly ClaimsFile[]): boolean {
  return files.every((file) => existsSync(claimsPath(file)));
}

/** Distinct Weibo posts, as they are. */
export function readPosts(): readonly string[] {
  const lines = readClaims("zh_posts.jsonl.gz").trim().split("\n");
  return [...new Set(lines.map((line) => (JSON.parse(line) as { readonly text: string }).text))];
}

/** One column of posts; the files of ToxiCloakCN are aligned by line. */
export function readEvasion(file: ClaimsFile): readonly string[] {
  return readClaims(file)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[0] ?? "");
}

/** Every way in which the dictionary splits a character into two: character, then both halves. */
export function readSplits(): ReadonlyMap<string, readonly string[]> {
  const rows = readClaims("charmaps/chaizi-jt.txt").split("\n");
  const splits = new Map<string, readonly string[]>();
  for (const row of rows) {
    const [whole = "", ...ways] = row.split("\t");
    const pairs = ways.map((way) => way.trim().split(" ")).filter((parts) => parts.length === 2);
    if (pairs.length > 0)
      splits.set(
        whole,
        pairs.map((parts) => parts.join("")),
      );
  }
  return splits;
}

function readClaims(file: ClaimsFile): string {
  const bytes = readFileSync(claimsPath(file));
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function claimsPath(file: ClaimsFile): string {
  return join(dataRoot, "claims", file);
}
