import type { Pseudonym } from "./pseudonym.ts";

/** What an account can do. One table: readers, engine and outputs derive from it; its order is the wire code. */
export const actionKinds = [
  "post",
  "reply",
  "repost",
  "like",
  "follow",
  "join",
  "gift",
  "prize_claim",
  "report",
  "appeal",
  "registration",
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** What an action can be done to. `post` is the thing reposted, replied to, liked or reported. */
export const objectKinds = ["post", "url", "hashtag", "mention", "media", "room", "product", "account"] as const;
export type ObjectKind = (typeof objectKinds)[number];

export type ObjectRef = { readonly kind: ObjectKind; readonly id: string };

/**
 * Where an action came from, as far as detection may know: keyed pseudonyms, an AS number, a region.
 * `address` and `prefix` are pseudonyms of the whole address and of its /24 (IPv4) or /48 (IPv6).
 */
export type Network = {
  readonly address?: Pseudonym;
  readonly prefix?: Pseudonym;
  readonly asn?: string;
  /** Used only to discount concentration, never to raise it. */
  readonly region?: string;
};

/** One thing an account did. Times are milliseconds since 1970 UTC. */
export type Action = {
  readonly id: string;
  readonly at: number;
  readonly account: string;
  readonly kind: ActionKind;
  readonly text?: string;
  readonly objects: readonly ObjectRef[];
  readonly network?: Network;
  readonly device?: Pseudonym;
  readonly client?: string;
  /** When the account was created. */
  readonly createdAt?: number;
};
