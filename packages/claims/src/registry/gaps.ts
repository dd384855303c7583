import type { Entry, EntrySource } from "./entry.ts";

/** What a determination still lacks before others may stand behind it. */
export const entryGaps = ["too_few_sources", "one_publisher", "official_only", "no_right_of_reply"] as const;
export type EntryGap = (typeof entryGaps)[number];

const sourcesMin = 2;

/**
 * CW-142: a verdict rests on two sources at least, of different publishers, not on official statements alone, and on the right of reply asked or its
 * impossibility explained. What a source is and who stands for it has to be said; nothing is guessed but a publisher from the host of an address.
 */
export function listGaps({ sources, rightOfReply }: Pick<Entry, "sources" | "rightOfReply">): readonly EntryGap[] {
  const publishers = new Set(sources.map(toPublisher).filter((name) => name !== null));
  const gaps: EntryGap[] = [];
  if (sources.length < sourcesMin) gaps.push("too_few_sources");
  else if (publishers.size < sourcesMin) gaps.push("one_publisher");
  if (sources.every(({ kind }) => kind === undefined || kind === "official_statement")) gaps.push("official_only");
  if (rightOfReply === undefined) gaps.push("no_right_of_reply");
  return gaps;
}

/** Who stands for a source, as names are compared: without case, width and blanks; null where nobody is named. */
function toPublisher({ publisher, text }: EntrySource): string | null {
  const host = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/iu.exec(text)?.[1];
  const name = (publisher ?? host ?? "").normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
  return name === "" ? null : name;
}
