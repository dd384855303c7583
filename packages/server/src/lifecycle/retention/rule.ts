/** Everything that has an end, by name: a rule for each is what `createRetention` asks for. */
export const ruleNames = [
  /** Raw actions that are no evidence. */
  "actions",
  /** Co-action sketches and counts per account. */
  "sketches",
  /** Keys of network and device pseudonyms. */
  "pseudonym_keys",
  /** Evidence of a case, with its key. */
  "evidence",
  /** What others were told of: for event streams and webhooks. */
  "notices",
  /** What reporters wrote. */
  "reports",
  /** Copies from before a migration. */
  "migration_copies",
  /** Erasures that had to wait. */
  "erasures",
  /** Which erasures a restored backup would undo. */
  "erasure_register",
] as const;
export type RuleName = (typeof ruleNames)[number];

export type RulePart = {
  /** What went, by code word: `{ actions: 1200, segments: 1 }`. */
  readonly deleted: Readonly<Record<string, number>>;
  /** False where there is more to do: it is called again. */
  readonly isOver: boolean;
};

/** What is deleted when. `run` does a bounded part, may be cut off at any point, and deletes nothing twice. */
export type RetentionRule = {
  readonly name: RuleName;
  /** How long it is kept; null where each has an end of its own. Milliseconds. */
  readonly periodMs: number | null;
  /** How far apart two runs are at least. Milliseconds. */
  readonly everyMs: number;
  /** `now`: milliseconds since 1970 UTC. */
  readonly run: (now: number) => Promise<RulePart>;
};
