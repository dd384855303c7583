import { actionKinds, type ActionKind } from "@breakwater/records";

const words: ReadonlyMap<string, ActionKind> = new Map<string, ActionKind>([
  ...actionKinds.map((kind) => [kind, kind] as const),
  ["tweet", "post"],
  ["status", "post"],
  ["original", "post"],
  ["quote", "post"],
  ["comment", "reply"],
  ["answer", "reply"],
  ["retweet", "repost"],
  ["rt", "repost"],
  ["share", "repost"],
  ["reblog", "repost"],
  ["boost", "repost"],
  ["forward", "repost"],
  ["favourite", "like"],
  ["favorite", "like"],
  ["upvote", "like"],
  ["signup", "registration"],
  ["原创", "post"],
  ["评论", "reply"],
  ["转发", "repost"],
  ["点赞", "like"],
  ["关注", "follow"],
]);

/** The kind that a platform's word means, or null. */
export function findKind(word: string): ActionKind | null {
  return (
    words.get(word) ??
    words.get(
      word
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, "_"),
    ) ??
    null
  );
}
